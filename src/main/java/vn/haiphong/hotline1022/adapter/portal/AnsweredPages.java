package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.AreaChoices;
import vn.haiphong.hotline1022.application.inform.ListAnswered;

/** What the city has answered, for everybody to read and to look through. */
@Controller
class AnsweredPages {

    static final String LIST = "/answered";
    static final CacheControl KEPT = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final ListAnswered answered;
    private final AreaChoices areas;

    AnsweredPages(ListAnswered answered, AreaChoices areas) {
        this.answered = answered;
        this.areas = areas;
    }

    record Line(
            String address,
            String field,
            String area,
            String agency,
            String receivedAt,
            String repliedAt,
            String content,
            String ending,
            String reply) {

        static Line of(ListAnswered.Line line, Locale locale) {
            return new Line(
                    addressOf(line.id()),
                    line.field(),
                    line.area(),
                    line.agency(),
                    OfficeTime.words(line.receivedAt(), locale),
                    OfficeTime.words(line.repliedAt(), locale),
                    line.content(),
                    line.ending(),
                    line.reply());
        }
    }

    static String addressOf(UUID id) {
        return LIST + "/" + id;
    }

    @GetMapping(LIST)
    ModelAndView list(@ModelAttribute("filter") AnsweredFilter filter, Locale locale, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
        var page = answered.of(filter.question());
        return new ModelAndView("portal/answered")
                .addObject("fields", answered.fields())
                .addObject("areas", AreaGroups.of(areas.now()))
                .addObject("points", filter.at(AnsweredData.POINTS))
                .addObject("feed", filter.at(AnsweredData.FEED))
                .addObject(
                        "lines",
                        page.lines().stream().map(line -> Line.of(line, locale)).toList())
                .addObject(
                        "next", page.next().map(place -> filter.at(LIST, place)).orElse(null));
    }

    /** One answer, to be pointed at. Not kept by caches: whoever takes his consent back is heard at once. */
    @GetMapping("/answered/{id:[0-9a-f-]{36}}")
    ModelAndView one(@PathVariable UUID id, Locale locale) {
        return answered.of(id)
                .map(line -> new ModelAndView("portal/answer").addObject("line", Line.of(line, locale)))
                .orElseGet(() -> new ModelAndView(
                        "portal/error", Map.of("message", ErrorPages.Message.of(404)), HttpStatus.NOT_FOUND));
    }
}
