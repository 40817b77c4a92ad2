package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.haiphong.hotline1022.application.inform.NetworkAddress;
import vn.haiphong.hotline1022.application.port.RateLimits;

/** Before Spring Security (-100): who may read from a page of another site, who knocks too often, and what an error looks like. */
@Configuration
class Open311Filters {

    @Bean
    FilterRegistrationBean<DoorFilter> open311Door(
            RateLimits limits, @Value("${hotline.open311.per-address}") int perAddress) {
        var registration = new FilterRegistrationBean<>(new DoorFilter(limits, perAddress));
        registration.addUrlPatterns("/open311/*");
        registration.setOrder(-115); // an address that cannot be read gets these headers, too
        return registration;
    }

    @Bean
    FilterRegistrationBean<ErrorFilter> open311Errors() {
        var registration = new FilterRegistrationBean<>(new ErrorFilter());
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(-200);
        return registration;
    }

    private static void write(
            Open311Problem problem, String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var answer = Answers.of(problem, WrittenAddress.format(address, request), Answers.language(request));
        headers(response);
        response.setStatus(answer.getStatusCode().value());
        write(answer, response);
    }

    private static void write(ResponseEntity<byte[]> answer, HttpServletResponse response) throws IOException {
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
        response.setContentLength(answer.getBody().length);
        response.getOutputStream().write(answer.getBody());
    }

    /** Anybody's page may ask; no cookie and no login ever comes along. */
    private static void headers(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    static class DoorFilter extends OncePerRequestFilter {

        private final RateLimits limits;
        private final int perAddress;

        DoorFilter(RateLimits limits, int perAddress) {
            this.limits = limits;
            this.perAddress = perAddress;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            headers(response);
            if (request.getMethod().equals("OPTIONS")) {
                response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
                response.setHeader(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Content-Type, If-None-Match, X-Requested-With");
                response.setHeader("Access-Control-Max-Age", "86400");
                response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            var read = WrittenAddress.read(request);
            if (read != request) {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            }
            var wait = limits.knock("open311 from " + NetworkAddress.of(request.getRemoteAddr()), perAddress);
            if (wait.isPresent()) {
                write(new Caller.TooOften(wait.get()), read.getRequestURI(), request, response);
            } else {
                chain.doFilter(read, response);
            }
        }
    }

    /** Wherever it is noticed (container, security, routing, a controller), it ends as a list of errors without details. */
    static class ErrorFilter extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getDispatcherType() != DispatcherType.ERROR || !isOurs(address(request));
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        private static String address(HttpServletRequest request) {
            return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address ? address : "";
        }

        private static boolean isOurs(String address) {
            return address.equals("/open311") || address.startsWith("/open311/") || address.startsWith("/open311;");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
            write(Open311Problem.ofStatus(status), address(request), request, response);
        }
    }
}
