package vn.haiphong.hotline1022.application.port;

import java.time.Instant;

/** From an instant on, up to but without another. */
public record Period(Instant from, Instant to) {

    /** The end of the period, or now while it lasts. */
    public Instant until(Instant now) {
        return now.isBefore(to) ? now : to;
    }
}
