package vn.haiphong.hotline1022.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("A-47")
class SendingLimitTest {

    private final SendingLimit.Counting limit =
            new SendingLimit.Counting(new BucketRateLimits((who, perMinute) -> Optional.empty()), 3);
    private final AtomicInteger let = new AtomicInteger();

    @Test
    void what_one_network_sends_too_much_of_is_refused_unread_and_nobody_elses_is() throws Exception {
        for (var i = 0; i < 3; i++) {
            assertThat(sent("POST", "203.0.113.7").getStatus()).isEqualTo(200);
        }

        var refused = sent("POST", "203.0.113.7");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 61);
        assertThat(let).hasValue(3);
        assertThat(sent("POST", "203.0.113.8").getStatus()).isEqualTo(200);
    }

    @Test
    void the_addresses_of_one_network_are_counted_together() throws Exception {
        for (var i = 0; i < 3; i++) {
            sent("POST", "2001:db8:1:2::" + i);
        }

        assertThat(sent("POST", "2001:db8:1:2:ffff::1").getStatus()).isEqualTo(429);
        assertThat(sent("POST", "2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void looking_is_never_counted_nor_is_a_proxy_of_this_machine() throws Exception {
        for (var i = 0; i < 10; i++) {
            assertThat(sent("GET", "203.0.113.7").getStatus()).isEqualTo(200);
            assertThat(sent("POST", "127.0.0.1").getStatus()).isEqualTo(200);
            assertThat(sent("POST", "0:0:0:0:0:0:0:1").getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse sent(String method, String from) throws ServletException, IOException {
        var request = new MockHttpServletRequest(method, "/petitions");
        request.setRemoteAddr(from);
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, (asked, answered) -> let.incrementAndGet());
        return response;
    }
}
