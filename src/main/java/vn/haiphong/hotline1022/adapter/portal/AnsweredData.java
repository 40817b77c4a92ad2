package vn.haiphong.hotline1022.adapter.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haiphong.hotline1022.application.inform.ListAnswered;
import vn.haiphong.hotline1022.application.port.RateLimits;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Answers as data, for maps and for readers of feeds: what the list shows, by the same filters, and nothing more. */
@Controller
class AnsweredData {

    static final String POINTS = "/answered.geojson";
    static final String FEED = "/answered.atom";

    private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
    private static final MediaType ATOM = MediaType.valueOf("application/atom+xml;charset=utf-8");
    private static final int USUAL = 200;
    private static final int MOST = 500;
    private static final int ENTRIES = 50;
    private static final int LONGEST = 200;

    private final ListAnswered answered;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final Pace pace;
    private final String portal;

    AnsweredData(
            ListAnswered answered,
            MessageSource messages,
            ObjectMapper json,
            RateLimits limits,
            @Value("${hotline.answers.per-network}") int perNetwork,
            @Value("${hotline.portal-url:}") String portal) {
        this.answered = answered;
        this.messages = messages;
        this.json = json;
        this.pace = new Pace(limits, "answers", perNetwork);
        this.portal = portal;
    }

    /** RFC 7946: a point for each answer whose place is known, to about a hundred metres (Giả định A-66). */
    @GetMapping(POINTS)
    ResponseEntity<byte[]> points(
            @ModelAttribute AnsweredFilter filter,
            @RequestParam(defaultValue = "") String limit,
            HttpServletRequest request) {
        return paced(request, () -> {
            var most = limit.matches("\\d{1,4}") ? Math.max(1, Math.min(MOST, Integer.parseInt(limit))) : USUAL;
            var page = answered.of(filter.question(), most, true);
            var next = page.next()
                    .map(place -> filter.at(POINTS, place))
                    .map(address -> most == USUAL ? address : address + "&limit=" + most)
                    .map(portal::concat);
            var collection = new LinkedHashMap<String, Object>();
            collection.put("type", "FeatureCollection");
            collection.put("features", page.lines().stream().map(this::feature).toList());
            next.ifPresent(address -> collection.put("next", address));
            return kept(
                    GEOJSON,
                    bytes(collection),
                    next.map("<%s>; rel=\"next\""::formatted).stream().toList());
        });
    }

    private Map<String, Object> feature(ListAnswered.Line line) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("field", line.field());
        properties.put("area", line.area());
        properties.put("agency", line.agency());
        properties.put("receivedAt", line.receivedAt().toString());
        properties.put("repliedAt", line.repliedAt().toString());
        properties.put("content", PetitionText.upTo(LONGEST, line.content()));
        properties.put("reply", PetitionText.upTo(LONGEST, line.reply()));
        properties.put("url", portal + AnsweredPages.addressOf(line.id()));
        return Map.of(
                "type",
                "Feature",
                "id",
                line.id().toString(),
                "geometry",
                Map.of("type", "Point", "coordinates", List.of(line.lon(), line.lat())),
                "properties",
                properties);
    }

    /** RFC 4287: the newest answers, for whoever wants to be told of new ones. */
    @GetMapping(FEED)
    ResponseEntity<byte[]> feed(@ModelAttribute AnsweredFilter filter, Locale locale, HttpServletRequest request) {
        return paced(request, () -> {
            var lines = answered.of(filter.question(), ENTRIES, false).lines();
            var feed = new AnsweredFeed(
                    messages.getMessage("house", null, locale),
                    messages.getMessage("answered.title", null, locale),
                    portal);
            return kept(ATOM, feed.of(lines, filter), List.of());
        });
    }

    /** As the list is kept; and whoever has the newest already is told so in few bytes. */
    private static ResponseEntity<byte[]> kept(MediaType type, byte[] body, List<String> links) {
        return ResponseEntity.ok()
                .cacheControl(AnsweredPages.KEPT)
                .eTag("\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .headers(more -> links.forEach(link -> more.add(HttpHeaders.LINK, link)))
                .contentType(type)
                .body(body);
    }

    private ResponseEntity<byte[]> paced(HttpServletRequest request, Supplier<ResponseEntity<byte[]>> answer) {
        return pace.allows(request.getRemoteAddr())
                ? answer.get()
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, "60")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("Too many requests".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // it consists of texts and numbers
        }
    }
}
