package vn.haiphong.hotline1022.application.inform;

import java.time.Duration;

/** For a while no key is tried for this petition, or from this address; the tracking key itself opens all the same. */
public class TooManyWrongKeys extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    TooManyWrongKeys(Duration pause) {
        super("Too many wrong keys");
        this.pause = pause;
    }

    /** How long to wait, in whole seconds, at least one. */
    public long seconds() {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
