package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.DemoClockMoved;

/** When the demo's clock is moved, the engine's timers go along. */
@Component
class EngineClock {

    @EventListener
    void on(DemoClockMoved moved) {
        ClockUtil.offset(moved.offset().toMillis());
    }
}
