package vn.haiphong.hotline1022.domain.petition;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong keys for one petition, or from one address. The first ones are free; after each further one the subject rests, twice
 * as long each time, up to a longest pause. Giả định A-18.
 *
 * @param restsUntil until then no key is tried; null if it never had to rest
 */
public record WrongTries(int count, Instant lastAt, Instant restsUntil) {

    public static final WrongTries NONE = new WrongTries(0, Instant.MIN, null);

    /** @param forgottenAfter how long after the last wrong key all is forgotten */
    public record Patience(int free, Duration firstPause, Duration longestPause, Duration forgottenAfter) {

        private static final int MOST_DOUBLINGS = 30;

        private Duration pauseAfter(int count) {
            var doublings = Math.min(count - free, MOST_DOUBLINGS);
            var pause = firstPause.multipliedBy(1L << doublings);
            return pause.compareTo(longestPause) > 0 ? longestPause : pause;
        }
    }

    public boolean rests(Instant at) {
        return restsUntil != null && at.isBefore(restsUntil);
    }

    public WrongTries andAnother(Instant at, Patience patience) {
        var known = this == NONE || lastAt.plus(patience.forgottenAfter()).isBefore(at) ? 0 : count;
        var now = known + 1;
        return new WrongTries(now, at, now < patience.free() ? null : at.plus(patience.pauseAfter(now)));
    }
}
