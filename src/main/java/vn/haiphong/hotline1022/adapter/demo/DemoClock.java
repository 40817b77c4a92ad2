package vn.haiphong.hotline1022.adapter.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.application.port.DemoClockMoved;

/** Runs with the machine's clock, some way ahead of it or behind; it can be moved forward, so that deadlines pass. */
final class DemoClock extends Clock implements SmartInitializingSingleton {

    static final Duration LONGEST_STEP = Duration.ofDays(366);

    private final Clock machine;
    private final DemoClockOffset kept;
    private final ApplicationEventPublisher events;
    private volatile Duration offset;

    DemoClock(Clock machine, DemoClockOffset kept, ApplicationEventPublisher events, Optional<Instant> start) {
        this.machine = machine;
        this.kept = kept;
        this.events = events;
        this.offset = kept.stored().orElseGet(() -> {
            var first = start.map(
                            from -> Duration.between(machine.instant(), from).truncatedTo(ChronoUnit.SECONDS))
                    .orElse(Duration.ZERO);
            kept.store(first);
            return first;
        });
    }

    static Optional<Instant> start(String setting) {
        if (setting.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(setting.strip()).toInstant());
        } catch (DateTimeParseException e) {
            throw new SettingsRefused(
                    "hotline.demo.start (HOTLINE_DEMO_START) “" + setting
                            + "” không phải thời điểm hợp lệ: hãy viết như 2024-09-18T08:00:00+07:00.",
                    e);
        }
    }

    /** Whoever keeps a time of its own hears where it stands before the house opens its doors. */
    @Override
    public void afterSingletonsInstantiated() {
        events.publishEvent(new DemoClockMoved(offset));
    }

    /** @throws IllegalArgumentException backwards, not at all, or further than a year at once */
    synchronized Instant advance(Duration step) {
        if (step.isNegative() || step.isZero() || step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("Not a step forward: " + step);
        }
        var moved = offset.plus(step);
        kept.store(moved);
        offset = moved;
        events.publishEvent(new DemoClockMoved(moved));
        return instant();
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var utc = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return utc.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return utc.withZone(other);
            }
        };
    }
}
