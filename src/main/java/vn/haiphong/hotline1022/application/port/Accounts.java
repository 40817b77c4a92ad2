package vn.haiphong.hotline1022.application.port;

/** The accounts of the staff, kept where they log in: there is no second user store. */
public interface Accounts {

    /** Whether there is such a user and this is the password; false for an unknown user, never an exception for odd input. */
    boolean passwordMatches(String user, String password);

    /** Whether this user administers the system; false for an unknown user. */
    boolean isAdministrator(String user);
}
