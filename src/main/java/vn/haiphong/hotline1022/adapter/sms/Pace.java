package vn.haiphong.hotline1022.adapter.sms;

import java.time.Duration;

/** So many a second and no more: each takes the next free place in the row. */
class Pace {

    private final long step;
    private long next;

    Pace(double perSecond) {
        this.step = (long) (1e9 / perSecond);
    }

    /** @return how long to wait for one's place */
    synchronized Duration place(long now) {
        var mine = next - now > 0 ? next : now;
        next = mine + step;
        return Duration.ofNanos(mine - now);
    }
}
