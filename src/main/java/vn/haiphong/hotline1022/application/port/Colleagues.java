package vn.haiphong.hotline1022.application.port;

/** The people behind the accounts of the staff. */
public interface Colleagues {

    /** How colleagues call this user; the account itself if it has no name or is no more. */
    String nameOf(String user);
}
