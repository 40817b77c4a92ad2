package vn.haiphong.hotline1022.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Stands still until it is moved; the engine's clock goes along. */
public final class TestClock extends Clock {

    private volatile Instant now;

    public TestClock(String at) {
        set(at);
    }

    /** @param at ISO date and time with offset, e.g. 2024-09-18T08:00:00+07:00 */
    public void set(String at) {
        set(OffsetDateTime.parse(at).toInstant());
    }

    public void set(Instant at) {
        now = at;
        ClockUtil.setCurrentTime(Date.from(at));
    }

    public void advance(Duration by) {
        set(now.plus(by));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
