package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("A-66")
class AnsweredDataTest {

    @Test
    void whoever_asks_too_often_waits_and_costs_the_register_nothing() {
        var data = new AnsweredData(
                null, null, new ObjectMapper(), (who, most) -> Optional.of(Duration.ofSeconds(9)), 60, "");
        var everything = new AnsweredFilter(null, null, null, null, null, null);

        var points = data.points(everything, "", new MockHttpServletRequest());
        var feed = data.feed(everything, Locale.ROOT, new MockHttpServletRequest());

        assertThat(points.getStatusCode().value()).isEqualTo(429);
        assertThat(points.getHeaders().getFirst("Retry-After")).isEqualTo("60");
        assertThat(feed.getStatusCode().value()).isEqualTo(429);
    }
}
