package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * An address as clients put it together. Many hang {@code /services.json} to an endpoint that ends with a slash, or ask for the
 * endpoint itself; one without the name of a format gets the one its headers prefer. Nothing is decoded here and nothing taken
 * away but slashes, so that what is dangerous about an address stays in it for those who refuse it.
 */
final class WrittenAddress {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern NAMED_FORMAT = Pattern.compile(".*\\.(xml|json|jpg|png)");
    private static final Pattern ROOT = Pattern.compile("/open311(/v2)?");

    private WrittenAddress() {}

    /** The request itself, if its address is as it should be. */
    static HttpServletRequest read(HttpServletRequest request) {
        var ending = ending(request);
        var written = request.getRequestURI();
        var meant = meant(written, ending);
        if (meant.equals(written)) {
            return request;
        }
        var servletPath = meant(request.getServletPath(), ending);
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return meant;
            }

            @Override
            public StringBuffer getRequestURL() {
                var whole = super.getRequestURL();
                return whole.replace(whole.length() - written.length(), whole.length(), meant);
            }

            @Override
            public String getServletPath() {
                return servletPath;
            }
        };
    }

    /** As {@link #read}, for an address that something went wrong at. */
    static Format format(String address, HttpServletRequest request) {
        return Format.ofAddress(meant(address, ending(request)));
    }

    private static String ending(HttpServletRequest request) {
        return "."
                + Format.preferred(request.getHeader(HttpHeaders.ACCEPT)).name().toLowerCase(Locale.ROOT);
    }

    private static String meant(String written, String ending) {
        var path = SLASHES.matcher(written).replaceAll("/");
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (ROOT.matcher(path).matches()) {
            path += "/discovery";
        }
        return NAMED_FORMAT.matcher(path).matches() ? path : path + ending;
    }
}
