package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.application.inform.AreaChoices;
import vn.haiphong.hotline1022.application.inform.ListAnswered;

/** What the city has answered, for everybody to read and to look through. */
@Controller
class AnsweredPages {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ListAnswered answered;
    private final AreaChoices areas;

    AnsweredPages(ListAnswered answered, AreaChoices areas) {
        this.answered = answered;
        this.areas = areas;
    }

    record Line(
            String field,
            String area,
            String agency,
            String receivedAt,
            String repliedAt,
            String content,
            String ending,
            String reply) {}

    @GetMapping("/answered")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
        var page = answered.of(new ListAnswered.Question(q, field, area, day(from), day(to), after));
        return new ModelAndView("portal/answered")
                .addObject("q", q)
                .addObject("field", field)
                .addObject("area", area)
                .addObject("from", from)
                .addObject("to", to)
                .addObject("fields", answered.fields())
                .addObject("areas", AreaGroups.of(areas.now()))
                .addObject(
                        "lines",
                        page.lines().stream()
                                .map(line -> new Line(
                                        line.field(),
                                        line.area(),
                                        line.agency(),
                                        OfficeTime.words(line.receivedAt(), locale),
                                        OfficeTime.words(line.repliedAt(), locale),
                                        line.content(),
                                        line.ending(),
                                        line.reply()))
                                .toList())
                .addObject(
                        "next",
                        page.next()
                                .map(place -> UriComponentsBuilder.fromPath("/answered")
                                        .queryParam("q", "{q}")
                                        .queryParam("field", "{field}")
                                        .queryParam("area", "{area}")
                                        .queryParam("from", "{from}")
                                        .queryParam("to", "{to}")
                                        .queryParam("after", "{after}")
                                        .encode()
                                        .build(q, field, area, from, to, place)
                                        .toString())
                                .orElse(null));
    }

    /** What is no day is none asked for. */
    private static LocalDate day(String typed) {
        try {
            var day = typed.isBlank() ? null : LocalDate.parse(typed.strip());
            return day == null || day.getYear() < 2000 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
