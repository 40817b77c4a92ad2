package vn.haiphong.hotline1022.application.port;

import java.util.Set;

/** The accounts of the staff, kept where they log in: there is no second user store. */
public interface Accounts {

    /** Whether there is such a user and this is the password; false for an unknown user, never an exception for odd input. */
    boolean passwordMatches(String user, String password);

    /** The groups of this user; none for an unknown one. */
    Set<String> groupsOf(String user);

    /** What is done from here on in this thread is done by that person, as far as the person may. */
    void actAs(String user);

    /** The person is gone: the thread does nothing in anybody's name any more. */
    void actAsNobody();
}
