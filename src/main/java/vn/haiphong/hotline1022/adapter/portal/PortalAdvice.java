package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page of the citizens has: a way to the other language, and a memory of the one chosen. */
@ControllerAdvice(
        assignableTypes = {
            HomePages.class,
            SendPages.class,
            TrackPages.class,
            InformPages.class,
            AnsweredPages.class,
            AnsweredData.class,
            MyCasesPages.class
        })
class PortalAdvice {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final String tiles;
    private final String tilesAttribution;

    PortalAdvice(
            @Value("${hotline.portal.map.tiles:}") String tiles,
            @Value("${hotline.portal.map.attribution:}") String tilesAttribution) {
        this.tiles = tiles.strip();
        this.tilesAttribution = tilesAttribution.strip();
    }

    @ModelAttribute
    void remember(HttpServletRequest request, HttpServletResponse response) {
        PortalLanguage.askedFor(request)
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(PortalLanguage.COOKIE, language.getLanguage())
                                .path("/")
                                .maxAge(REMEMBERED)
                                .httpOnly(true)
                                .secure(request.isSecure())
                                .sameSite("Lax")
                                .build()
                                .toString()));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.COOKIE);
    }

    /** What a map lies on where the city has a map server; empty: coast and names of towns alone. */
    @ModelAttribute("tiles")
    String tiles() {
        return tiles;
    }

    @ModelAttribute("tilesAttribution")
    String tilesAttribution() {
        return tilesAttribution;
    }

    /** This page without its language; null where opening it anew would lose what somebody typed. */
    @ModelAttribute("thisPage")
    String thisPage(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return null;
        }
        var address = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang")
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
        return address + (address.contains("?") ? "&" : "?") + "lang=";
    }
}
