package vn.haiphong.hotline1022.adapter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.haiphong.hotline1022.application.inform.NetworkAddress;
import vn.haiphong.hotline1022.application.port.RateLimits;

/**
 * How much may be sent from one network in a minute (Giả định A-47), before anything of it is read. What comes from this machine
 * itself is not counted: it is a proxy that does not say for whom it asks, and would be all citizens in one.
 */
@Configuration
class SendingLimit {

    /** Before the filters that read what is sent (-105). */
    @Bean
    FilterRegistrationBean<Counting> sendingLimitFilter(
            RateLimits limits, @Value("${hotline.sending.per-network}") int perNetwork) {
        var registration = new FilterRegistrationBean<>(new Counting(limits, perNetwork));
        registration.addUrlPatterns(
                "/petitions", "/send", "/track/*", "/verify/*", "/my-cases", "/rate/*", "/api/petitions");
        registration.setOrder(-110);
        return registration;
    }

    static class Counting extends OncePerRequestFilter {

        private final RateLimits limits;
        private final int perNetwork;

        Counting(RateLimits limits, int perNetwork) {
            this.limits = limits;
            this.perNetwork = perNetwork;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !"POST".equals(request.getMethod()) || isThisMachine(request.getRemoteAddr());
        }

        private static boolean isThisMachine(String address) {
            try {
                return InetAddress.getByName(address).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var wait = limits.knock("sending from " + NetworkAddress.of(request.getRemoteAddr()), perNetwork);
            if (wait.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            response.setHeader("Retry-After", String.valueOf(wait.get().toSeconds() + 1));
            response.sendError(429);
        }
    }
}
