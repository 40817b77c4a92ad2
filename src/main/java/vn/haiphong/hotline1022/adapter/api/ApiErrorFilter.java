package vn.haiphong.hotline1022.adapter.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.haiphong.hotline1022.adapter.api.Problem.Kind;
import vn.haiphong.hotline1022.application.inform.Language;

/**
 * Whatever goes wrong below {@code /api}, wherever it is noticed (container, security, routing, a controller), ends as a
 * problem without details, never as a page.
 */
class ApiErrorFilter extends OncePerRequestFilter {

    private final ObjectMapper json;

    ApiErrorFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR || !isAboutTheApi(request);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isAboutTheApi(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                && (address.equals("/api") || address.startsWith("/api/") || address.startsWith("/api;"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        var kind = Kind.ofStatus(status);
        var body =
                json.writeValueAsBytes(Problem.of(kind, Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
        response.setStatus(kind.status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body);
    }
}
