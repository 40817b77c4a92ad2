package vn.haiphong.hotline1022.adapter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Camunda's first-run page, which creates an administrator without a login whenever the group of administrators looks
 * empty (CVE-2026-77226, never repaired in the community edition). Seen through every way of writing its path: what
 * merely resembles it is refused as well, since nobody needs it.
 */
class SetupDoor implements RequestMatcher {

    private static final String DOOR = "/api/admin/setup";

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return leadsThere(path) || leadsThere(request.getRequestURI());
    }

    private static boolean leadsThere(String written) {
        var path = written;
        for (var layer = 0; layer < 3; layer++) {
            if (plain(path).contains(DOOR)) {
                return true;
            }
            try {
                path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return true; // not a path at all: nothing below /camunda is written like that
            }
        }
        return plain(path).contains(DOOR);
    }

    /** Without path parameters, doubled or turned slashes, and "." segments. */
    private static String plain(String path) {
        return path.replace('\\', '/')
                .replaceAll(";[^/]*", "")
                .replaceAll("/(\\.?/)+", "/")
                .toLowerCase(Locale.ROOT);
    }
}
