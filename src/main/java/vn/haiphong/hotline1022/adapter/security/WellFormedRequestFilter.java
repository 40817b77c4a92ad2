package vn.haiphong.hotline1022.adapter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address that is not written properly. The container would quietly drop a parameter it cannot decode and
 * replace bytes that are not UTF-8; then a wrong request would look like another, right one.
 */
@Component
@Order(WellFormedRequestFilter.BEFORE_SPRING_SECURITY)
class WellFormedRequestFilter extends OncePerRequestFilter {

    static final int BEFORE_SPRING_SECURITY = -110;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWellFormed(request.getRequestURI())
                && isWellFormed(request.getQueryString())
                && namesItsServletPlainly(request)
                && asksForFewLanguages(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /**
     * The engine's doors are servlets of their own. The container finds them behind parameters, dots, doubled slashes and
     * encoded letters as well; Spring then breaks off with an error of its own, and nobody honest writes that way.
     */
    private static boolean namesItsServletPlainly(HttpServletRequest request) {
        if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH) {
            return true;
        }
        var plain = request.getContextPath() + request.getServletPath();
        var written = request.getRequestURI();
        return written.equals(plain) || written.startsWith(plain + "/");
    }

    /** The container breaks off, with an error of its own, at the first look at more than a few. */
    private static boolean asksForFewLanguages(HttpServletRequest request) {
        try {
            return request.getLocale() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isWellFormed(String written) {
        if (written == null) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(written.length());
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            if (c == '%') {
                if (i + 2 >= written.length()) {
                    return false;
                }
                var high = Character.digit(written.charAt(i + 1), 16);
                var low = Character.digit(written.charAt(i + 2), 16);
                if (high < 0 || low < 0 || high == 0 && low == 0) {
                    return false;
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c); // the container hands the line over byte by byte
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
