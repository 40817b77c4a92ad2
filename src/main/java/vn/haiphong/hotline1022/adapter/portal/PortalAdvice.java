package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.util.unit.DataSize;
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
    private final FileLimits fileLimits;

    PortalAdvice(
            @Value("${hotline.portal.map.tiles:}") String tiles,
            @Value("${hotline.portal.map.attribution:}") String tilesAttribution,
            @Value("${hotline.files.most}") int mostFiles,
            @Value("${hotline.files.largest-mb}") int largestFile,
            @Value("${hotline.files.largest-video-mb}") int largestVideo,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize together) {
        this.tiles = tiles.strip();
        this.tilesAttribution = tilesAttribution.strip();
        this.fileLimits = new FileLimits(mostFiles, largestFile, largestVideo, together.toMegabytes());
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

    /** How many files at a time, and how large in megabytes: each, a video, all together. */
    record FileLimits(int most, int largest, int largestVideo, long together) {}

    @ModelAttribute("fileLimits")
    FileLimits fileLimits() {
        return fileLimits;
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
