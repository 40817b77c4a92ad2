package vn.haiphong.hotline1022.process.engine.internal;

import java.time.Clock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTimeUtils;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.DemoClockMoved;

/** The engine lives by the clock of the house, from before its first timer and after every move. */
@Component
class EngineClock {

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    void follow() {
        DateTimeUtils.setCurrentMillisProvider(clock::millis); // the clock behind the engine's ClockUtil
    }

    @EventListener
    void on(DemoClockMoved moved) {
        ClockUtil.offset(moved.offset().toMillis());
    }
}
