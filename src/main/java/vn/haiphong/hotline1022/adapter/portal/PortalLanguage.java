package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/**
 * The language of a citizen's page: the one asked for in the address, else the one chosen before, else the one the browser
 * prefers, else Vietnamese. Pages of the staff are Vietnamese.
 */
class PortalLanguage implements LocaleResolver {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final String COOKIE = "lang";

    private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);
    private static final List<String> OF_STAFF = List.of("/rules", "/demo/", "/camunda", "/engine-rest");
    private static final Pattern ASKED_FOR = Pattern.compile("(?:^|&)lang=(vi|en)(?:&|$)");
    private static final int LONGEST = 200;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (OF_STAFF.stream().anyMatch(addressOf(request)::startsWith)) {
            return VIETNAMESE;
        }
        return askedFor(request)
                .or(() -> chosenBefore(request))
                .or(() -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(VIETNAMESE);
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("Whoever reads the page chooses");
    }

    /** Read from the address alone: looking for a parameter would read the whole form. */
    static Optional<Locale> askedFor(HttpServletRequest request) {
        var query = request.getQueryString();
        var asked = ASKED_FOR.matcher(query == null ? "" : query);
        return asked.find() ? Optional.of(Locale.forLanguageTag(asked.group(1))) : Optional.empty();
    }

    /** In the language of the page that is being written. */
    static String words(Fault fault) {
        return isEnglish(LocaleContextHolder.getLocale()) ? fault.english() : fault.vietnamese();
    }

    static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private static Optional<Locale> chosenBefore(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? Optional.empty()
                : SPOKEN.stream()
                        .filter(one -> one.getLanguage().equals(cookie.getValue()))
                        .findFirst();
    }

    private static Optional<Locale> preferred(String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a header nobody can read is no preference
        }
    }

    /** Of the page that failed, where this is the page about the failure. */
    private static String addressOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
