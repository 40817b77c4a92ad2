package vn.haiphong.hotline1022.application.inform;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;
import vn.haiphong.hotline1022.application.port.PublishedAnswers.Answer;
import vn.haiphong.hotline1022.application.port.PublishedAnswers.Seen;
import vn.haiphong.hotline1022.application.port.PublishedAnswers.Wanted;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.MaskPersonalData;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** Answered petitions whose senders agreed, for everybody, a page at a time (Giả định A-60). */
@Service
public class ListAnswered {

    private static final int PAGE = 10;
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_QUESTION = 200;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,17})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    /** What nobody publishes: it is not asked for either. */
    private static final List<String> NEVER = List.of("mat", "to_cao", "khieu_nai", "tu_phap");

    private final PublishedAnswers published;
    private final Areas areas;
    private final Words words;
    private final Clock clock;

    ListAnswered(PublishedAnswers published, Areas areas, Words words, Clock clock) {
        this.published = published;
        this.areas = areas;
        this.words = words;
        this.clock = clock;
    }

    /** As somebody typed it; anything may be null or nonsense. */
    public record Question(String words, String field, String area, LocalDate from, LocalDate to, String after) {}

    /** @param next where the next page begins; empty on the last */
    public record Page(List<Line> lines, Optional<String> next) {}

    /**
     * @param ending what became of the matter, in words; null if the answer does not say
     * @param lat to about a hundred metres (Giả định A-66); null, as {@code lon}, where the place is not known
     */
    public record Line(
            UUID id,
            String field,
            String area,
            String agency,
            Instant receivedAt,
            Instant repliedAt,
            String content,
            String ending,
            String reply,
            Double lat,
            Double lon) {}

    public Page of(Question question) {
        return of(question, PAGE, false);
    }

    /** @param located only those whose place is known */
    public Page of(Question question, int most, boolean located) {
        var found = published.find(
                new Wanted(
                        wordsOf(question.words()),
                        known(question.field()),
                        areasOf(question.area()),
                        question.from() == null
                                ? null
                                : question.from()
                                        .atStartOfDay(WorkingCalendar.OFFICE)
                                        .toInstant(),
                        question.to() == null
                                ? null
                                : question.to()
                                        .plusDays(1)
                                        .atStartOfDay(WorkingCalendar.OFFICE)
                                        .toInstant(),
                        place(question.after()),
                        located),
                most + 1);
        var shown = found.stream().limit(most).toList();
        return new Page(
                shown.stream().map(this::line).toList(),
                found.size() > most ? Optional.of(place(shown.get(most - 1))) : Optional.empty());
    }

    /** One of them, for whoever has its address; empty once it may not be shown any more. */
    public Optional<Line> of(UUID id) {
        return published.find(id).map(this::line);
    }

    /** Codes and names, as a list to choose from. */
    public Map<String, String> fields() {
        var collator = Collator.getInstance(Locale.forLanguageTag("vi"));
        var fields = new LinkedHashMap<String, String>();
        words.group("field").entrySet().stream()
                .filter(field -> !NEVER.contains(field.getKey()))
                .sorted(Map.Entry.comparingByValue(collator))
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private Line line(Answer answer) {
        var day = answer.receivedAt().atZone(WorkingCalendar.OFFICE).toLocalDate();
        return new Line(
                answer.id(),
                words.of("field", answer.field()),
                Optional.ofNullable(answer.areaCode())
                        .flatMap(code -> areas.find(code, day))
                        .map(Area::name)
                        .orElse(null),
                answer.agency(),
                answer.receivedAt(),
                answer.repliedAt(),
                answer.content(),
                answer.ending() == null
                        ? null
                        : MaskPersonalData.in(answer.ending().inWords()),
                answer.reply(),
                answer.lat(),
                answer.lon());
    }

    /** Letters and digits alone, so that nothing in them means anything to the register. */
    private static List<String> wordsOf(String typed) {
        var question = typed == null ? "" : PetitionText.upTo(LONGEST_QUESTION, typed);
        return Arrays.stream(PetitionText.of(question).plain().strip().split(" "))
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private String known(String field) {
        return words.knows("field", field) ? field : null;
    }

    /** A district stands for its wards. */
    private List<String> areasOf(String code) {
        return code == null || code.isBlank()
                ? List.of()
                : areas.all(clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate()).stream()
                        .filter(area -> area.code().equals(code) || code.equals(area.parentCode()))
                        .map(Area::code)
                        .toList();
    }

    private static String place(Answer last) {
        var at = last.repliedAt();
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000 + "-" + last.id();
    }

    private static Seen place(String after) {
        var place = PLACE.matcher(after == null ? "" : after);
        if (!place.matches()) {
            return null;
        }
        var micros = Long.parseLong(place.group(1));
        return new Seen(
                Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000), UUID.fromString(place.group(2)));
    }
}
