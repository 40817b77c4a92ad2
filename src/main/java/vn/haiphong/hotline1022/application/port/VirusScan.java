package vn.haiphong.hotline1022.application.port;

/** The city's virus scanner, if it runs one. */
public interface VirusScan {

    Verdict of(byte[] bytes);

    /** Whether there is one to ask, answering or not. */
    default boolean isSetUp() {
        return true;
    }

    enum Verdict {
        CLEAN,
        INFECTED,
        /** It did not answer: nobody knows. */
        AWAY,
        /** No scanner is set up here. */
        OFF
    }
}
