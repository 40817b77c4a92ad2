package vn.haiphong.hotline1022.application.classify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.PublicCases;
import vn.haiphong.hotline1022.application.port.PublicCases.OpenCase;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableRunner;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.MaskPersonalData;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/**
 * What the tables would make of a text that somebody is still writing: its field, whom to call in danger, where it belongs if
 * not here, and open cases it may be the same as. Nothing is kept, neither the text nor that the tables were asked.
 */
@Service
public class PreviewClassification {

    private static final String FIELD = "field-suggestion";
    private static final String SCREENING = "petition-screening";
    private static final String UNKNOWN = "khong_ro";
    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final int MOST_SIMILAR = 3;
    private static final int LONGEST_EXCERPT = 160;

    private final RuleTables tables;
    private final TableRunner runner;
    private final PublicCases cases;
    private final Areas areas;
    private final Words words;
    private final Clock clock;
    private final Duration duplicateWindow;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    PreviewClassification(
            RuleTables tables,
            TableRunner runner,
            PublicCases cases,
            Areas areas,
            Words words,
            Clock clock,
            @Value("${hotline.limits.duplicate-window}") Duration duplicateWindow) {
        this.tables = tables;
        this.runner = runner;
        this.cases = cases;
        this.areas = areas;
        this.words = words;
        this.clock = clock;
        this.duplicateWindow = duplicateWindow;
    }

    private record Known(int version, Instant askedAt, TableRunner.Ready table) {}

    /**
     * @param field in words; empty if the tables do not know
     * @param stop what should be read before sending; null if nothing
     */
    public record Preview(Optional<String> field, boolean urgent, Stop stop, List<Similar> similar) {}

    /** @param said the table's words for the citizen */
    public record Stop(Why why, String said) {}

    public enum Why {
        DANGER,
        ELSEWHERE
    }

    /** @param excerpt masked; empty if the sender did not agree to publication */
    public record Similar(UUID id, String field, String area, LocalDate receivedOn, Optional<String> excerpt) {}

    /** @param area code or name; null or anything else if not known */
    public Preview of(String content, String area) {
        var now = clock.instant();
        var day = now.atZone(WorkingCalendar.OFFICE).toLocalDate();
        var text = PetitionText.of(content).inFull();
        var place = Optional.ofNullable(area)
                .filter(given -> !given.isBlank())
                .flatMap(given -> areas.resolve(given, day).area());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("petitionCode", "");
        facts.put("channel", "portal");
        facts.put("areaCode", place.map(Area::code).orElse(null));
        facts.put("plainText", text.plain());
        facts.put("text", text.accented());
        // Who is still writing has had no time to say where, nor who he is: neither is missed yet.
        facts.put("hasPlace", true);
        facts.put("hasContact", true);
        facts.put("outsideTerritory", "ngoài địa bàn".equalsIgnoreCase(area));
        facts.put("mentionsCode", text.mentionedCode().isPresent());
        facts.put(
                "areaKind",
                place.flatMap(found -> areas.handlingUnit(found.code(), day))
                        .map(Area::kind)
                        .orElse(""));
        facts.put("receivedOn", day);
        facts.put("possibleDuplicate", false);
        var proposal = Votes.of(
                ask(FIELD, facts).results().stream()
                        .map(PreviewClassification::vote)
                        .toList(),
                words);
        facts.put("field", proposal.field());
        facts.put("category", proposal.category());
        facts.put("kind", proposal.kind());
        facts.put("urgency", proposal.urgency());
        var stop = stop(ask(SCREENING, facts));
        return new Preview(
                Optional.of(proposal.field())
                        .filter(field -> !UNKNOWN.equals(field))
                        .map(field -> words.of("field", field)),
                "urgent".equals(proposal.urgency()),
                stop.orElse(null),
                stop.filter(one -> one.why() == Why.ELSEWHERE).isPresent()
                        ? List.of()
                        : place.map(found -> similar(proposal.field(), found, content, now))
                                .orElse(List.of()));
    }

    /**
     * Texts are compared with those alone that may be read: comparing with the others would tell a stranger, who tries one
     * text after another, what stands in them.
     */
    private List<Similar> similar(String field, Area area, String content, Instant now) {
        if (UNKNOWN.equals(field)) {
            return List.of();
        }
        var mine = PetitionText.of(content);
        return cases.open(field, area.code(), now.minus(duplicateWindow)).stream()
                .filter(open -> open.content()
                        .map(text -> mine.isAboutTheSamePlaceAs(PetitionText.of(text)))
                        .orElse(true))
                .sorted((one, other) -> Boolean.compare(
                        other.content().isPresent(), one.content().isPresent()))
                .limit(MOST_SIMILAR)
                .map(open -> similar(field, open))
                .toList();
    }

    private Similar similar(String field, OpenCase open) {
        return new Similar(
                open.id(),
                words.of("field", field),
                open.areaName(),
                open.receivedAt().atZone(WorkingCalendar.OFFICE).toLocalDate(),
                open.content().map(text -> PetitionText.upTo(LONGEST_EXCERPT, MaskPersonalData.in(text))));
    }

    private static Optional<Stop> stop(TableAnswer answer) {
        if (answer.results().isEmpty()) {
            return Optional.empty();
        }
        var row = answer.results().get(0);
        var said = text(row, "words");
        var why = switch (text(row, "decision")) {
            case "accept" -> Why.DANGER;
            case "refuse", "refer" -> Why.ELSEWHERE;
            default -> null;
        };
        return why == null || said.isBlank()
                ? Optional.empty()
                : Optional.of(new Stop(why, TellAtOnce.onlyWhatIsTrue(said)));
    }

    private static Votes.Vote vote(Map<String, Object> row) {
        return new Votes.Vote(
                text(row, "field"),
                text(row, "category"),
                text(row, "kind"),
                text(row, "urgency"),
                row.get("weight") instanceof Number weight ? weight.doubleValue() : 0);
    }

    private static String text(Map<String, Object> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.toString();
    }

    /** A table that is not there, or cannot answer, says nothing: the operator will read the petition. */
    private TableAnswer ask(String key, Map<String, Object> facts) {
        var table = table(key);
        return table.isEmpty() ? TableAnswer.fault("no table") : table.get().of(facts);
    }

    private Optional<TableRunner.Ready> table(String key) {
        return Optional.ofNullable(known.compute(key, (name, last) -> {
                    var now = clock.instant();
                    if (last != null
                            && Duration.between(last.askedAt(), now).abs().compareTo(HOLDS) <= 0) {
                        return last;
                    }
                    return tables.inForce(name)
                            .map(version -> last != null && last.version() == version.version()
                                    ? new Known(version.version(), now, last.table())
                                    : read(version, now))
                            .orElse(null);
                }))
                .map(Known::table);
    }

    private Known read(RuleTables.Version version, Instant now) {
        var dmn = tables.dmn(version.key(), version.version()).orElseThrow();
        return new Known(version.version(), now, runner.ready(dmn));
    }
}
