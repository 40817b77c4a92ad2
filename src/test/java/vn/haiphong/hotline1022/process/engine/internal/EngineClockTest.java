package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineClockTest {

    @AfterEach
    void the_clock_of_the_machine() {
        ClockUtil.reset();
    }

    @Test
    void the_engine_has_the_time_of_the_house_whatever_the_host_says() {
        var house = Instant.parse("2024-09-18T01:00:00Z");

        new EngineClock(Clock.fixed(house, ZoneOffset.UTC)).follow();

        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(house));
    }
}
