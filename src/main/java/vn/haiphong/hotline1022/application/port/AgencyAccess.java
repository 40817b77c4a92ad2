package vn.haiphong.hotline1022.application.port;

/** What an agency needs to work here: its groups, its place apart from others, its queue. */
public interface AgencyAccess {

    /** Makes what is missing, for every agency there is or will be. */
    void establish();
}
