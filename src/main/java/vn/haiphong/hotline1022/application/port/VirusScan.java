package vn.haiphong.hotline1022.application.port;

/** The city's virus scanner, if it runs one. */
public interface VirusScan {

    Verdict of(byte[] bytes);

    enum Verdict {
        CLEAN,
        INFECTED,
        /** It did not answer: nobody knows. */
        AWAY,
        /** No scanner is set up here. */
        OFF
    }
}
