package vn.haiphong.hotline1022.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.application.port.DemoClockMoved;
import vn.haiphong.hotline1022.support.TestPostgres;

class DemoClockTest {

    private static final Instant MACHINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant START = Instant.parse("2024-09-18T01:00:00Z");
    private static final JdbcClient REGISTER = JdbcClient.create(TestPostgres.emptyRegister());

    private final List<Object> published = new ArrayList<>();

    @BeforeEach
    void no_clock_yet() {
        REGISTER.sql("delete from setting").update();
    }

    @Test
    void without_a_start_the_demo_lives_now() {
        assertThat(clock(Optional.empty()).instant()).isEqualTo(MACHINE);
    }

    @Test
    void a_fresh_demo_lives_from_its_start_on_and_keeps_that_over_a_restart() {
        assertThat(clock(Optional.of(START)).instant()).isEqualTo(START);

        assertThat(clock(Optional.empty()).instant()).isEqualTo(START);
    }

    @Test
    void a_demo_that_has_lived_is_not_thrown_back_to_its_start() {
        clock(Optional.of(START)).advance(Duration.ofHours(8));

        assertThat(clock(Optional.of(START)).instant()).isEqualTo(START.plus(Duration.ofHours(8)));
    }

    @Test
    void whoever_keeps_a_time_of_its_own_hears_of_the_start_and_of_every_move() {
        var clock = clock(Optional.empty());

        clock.afterSingletonsInstantiated();
        clock.advance(Duration.ofHours(8));

        assertThat(published)
                .containsExactly(new DemoClockMoved(Duration.ZERO), new DemoClockMoved(Duration.ofHours(8)));
    }

    @Test
    void in_another_zone_it_shows_the_same_moment() {
        var clock = clock(Optional.empty());
        var local = clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

        clock.advance(Duration.ofHours(1));

        assertThat(local.instant()).isEqualTo(clock.instant());
        assertThat(local.getZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Test
    void a_start_that_is_no_moment_is_a_fault_of_the_settings() {
        assertThat(DemoClock.start("")).isEmpty();
        assertThat(DemoClock.start("2024-09-18T08:00:00+07:00")).contains(START);
        assertThatThrownBy(() -> DemoClock.start("18/09/2024"))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("HOTLINE_DEMO_START");
    }

    @Test
    void the_time_can_be_read_and_moved_forward() throws Exception {
        var web = web(clock(Optional.of(START)));

        web.perform(get("/api/demo/clock")).andExpect(jsonPath("$.now").value("2024-09-18T01:00:00Z"));
        web.perform(post("/api/demo/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"advance\":\"PT8H\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now").value("2024-09-18T09:00:00Z"));
        web.perform(get("/api/demo/clock")).andExpect(jsonPath("$.now").value("2024-09-18T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"advance\":\"-PT1H\"}",
                "{\"advance\":\"PT0S\"}",
                "{\"advance\":\"PT-1S\"}",
                "{\"advance\":\"P9999999D\"}",
                "{\"advance\":\"PT999999999999999999H\"}",
                "{\"advance\":\"tám giờ\"}",
                "{\"advance\":null}",
                "{}",
                "nonsense",
                ""
            })
    void nonsense_moves_nothing_and_is_answered_in_vietnamese(String body) throws Exception {
        var clock = clock(Optional.of(START));

        web(clock)
                .perform(post("/api/demo/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("Khoảng thời gian không hợp lệ"));
        assertThat(clock.instant()).isEqualTo(START);
    }

    private DemoClock clock(Optional<Instant> start) {
        return new DemoClock(
                Clock.fixed(MACHINE, ZoneOffset.UTC), new DemoClockOffset(REGISTER), published::add, start);
    }

    private static MockMvc web(DemoClock clock) {
        return MockMvcBuilders.standaloneSetup(new DemoClockController(clock)).build();
    }
}
