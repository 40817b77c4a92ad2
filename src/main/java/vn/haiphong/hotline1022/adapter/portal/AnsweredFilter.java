package vn.haiphong.hotline1022.adapter.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.application.inform.ListAnswered;

/** What somebody looks for among the answers, as typed: the same for the list, the map and the feed. */
record AnsweredFilter(String q, String field, String area, String from, String to, String after) {

    AnsweredFilter {
        q = Objects.requireNonNullElse(q, "");
        field = Objects.requireNonNullElse(field, "");
        area = Objects.requireNonNullElse(area, "");
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        after = Objects.requireNonNullElse(after, "");
    }

    ListAnswered.Question question() {
        return new ListAnswered.Question(q, field, area, day(from), day(to), after);
    }

    /** Where the same is told in another form, from its beginning. */
    String at(String path) {
        return at(path, "");
    }

    /** @param place where to go on; empty: from the beginning */
    String at(String path, String place) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!q.isEmpty() || !field.isEmpty() || !area.isEmpty() || !from.isEmpty() || !to.isEmpty()) {
            address.queryParam("q", "{q}")
                    .queryParam("field", "{field}")
                    .queryParam("area", "{area}")
                    .queryParam("from", "{from}")
                    .queryParam("to", "{to}");
        }
        if (!place.isEmpty()) {
            address.queryParam("after", "{after}");
        }
        return address.encode()
                .buildAndExpand(Map.of("q", q, "field", field, "area", area, "from", from, "to", to, "after", place))
                .toUriString();
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
