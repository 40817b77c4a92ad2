package vn.haiphong.hotline1022.application.maintain;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.Vocabularies;
import vn.haiphong.hotline1022.domain.calendar.Limit;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.Values;
import vn.haiphong.hotline1022.domain.rules.Vocabulary;

/** What the columns of the tables may hold: the office's words, the directory, the way texts and limits are written. */
@Component
public class TableVocabulary implements Vocabularies {

    private static final String DAY = "receivedOn";
    private static final List<String> OF_AN_AREA = List.of(DAY, "areaKind", "areaCode");

    private final Agencies agencies;
    private final Areas areas;
    private final Words words;
    private final Properties columns = new Properties();

    TableVocabulary(Agencies agencies, Areas areas, Words words) {
        this.agencies = agencies;
        this.areas = areas;
        this.words = words;
        try (var in = TableVocabulary.class.getResourceAsStream("/table-columns.properties");
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            columns.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param day from which on the table is to be right */
    @Override
    public Vocabulary on(LocalDate day) {
        return new OnDay(day);
    }

    private final class OnDay implements Vocabulary {

        private final LocalDate today;
        private final Map<String, Values> known = new HashMap<>();
        private Values.Together together;

        OnDay(LocalDate today) {
            this.today = today;
        }

        @Override
        public Values of(RuleTable table, RuleTable.Input input) {
            return values(meaning(table, "input." + input.expression().strip()));
        }

        @Override
        public Values of(RuleTable table, RuleTable.Output output) {
            return values(meaning(table, "output." + output.name()));
        }

        @Override
        public boolean mayBeAbsent(RuleTable table, RuleTable.Input input) {
            return meaning(table, "input." + input.expression().strip()).contains("or-absent");
        }

        @Override
        public List<Values.Together> together(RuleTable table) {
            if (table.inputs().stream().noneMatch(input -> isOfAnArea(input.expression()))) {
                return List.of();
            }
            if (together == null) {
                together = new Values.Together(OF_AN_AREA, areasInTime());
            }
            return List.of(together);
        }

        @Override
        public Optional<String> day(RuleTable table) {
            return table.inputs().stream()
                    .map(input -> input.expression().strip())
                    .filter(DAY::equals)
                    .findFirst();
        }

        @Override
        public LocalDate today() {
            return today;
        }

        private Set<String> meaning(RuleTable table, String column) {
            var meaning = columns.getProperty(table.key() + "/" + column, columns.getProperty(column, ""));
            return new LinkedHashSet<>(Arrays.asList(meaning.split("\\s+")));
        }

        private Values values(Set<String> meaning) {
            return known.computeIfAbsent(String.join(" ", meaning), key -> read(meaning));
        }

        private Values read(Set<String> meaning) {
            var what = meaning.iterator().next();
            var orEmpty = meaning.contains("or-empty");
            return switch (what) {
                case "" -> new Values.Anything();
                case "agency" -> agencies(meaning);
                case "role" ->
                    new Values.Codes(withAgencies(words.group("role")), lives(), meaning.contains("several"));
                case "areaCode" -> codes(areaNames(), orEmpty);
                case "limit" -> new Values.Formatted(text -> faultOfLimit(text, orEmpty));
                case "plainText" ->
                    new Values.Texts(text -> PetitionText.of(text).inFull().plain());
                case "accentedText" ->
                    new Values.Texts(text -> PetitionText.of(text).inFull().accented());
                case "text" -> new Values.Texts();
                case "day" -> new Values.Dates();
                case "truth" -> new Values.Truth();
                case "share" -> new Values.Numbers(BigDecimal.ZERO, BigDecimal.ONE, false);
                case "whole" -> new Values.Numbers(true);
                case "level" -> new Values.Numbers(BigDecimal.ONE, BigDecimal.valueOf(9), true);
                default -> codes(words.group(what), orEmpty);
            };
        }

        private Values.Codes codes(Map<String, String> names, boolean orEmpty) {
            return new Values.Codes(orEmpty ? orEmpty(names) : names);
        }

        private Map<String, String> orEmpty(Map<String, String> names) {
            var all = new LinkedHashMap<>(names);
            all.put("", "");
            return all;
        }

        private Values.Codes agencies(Set<String> meaning) {
            var names = withAgencies(Map.of(AgencyChoice.COMMITTEE_OF_THE_AREA, "Ủy ban nhân dân của địa bàn"));
            return new Values.Codes(
                    meaning.contains("or-empty") ? orEmpty(names) : names, lives(), meaning.contains("several"));
        }

        private Map<String, String> withAgencies(Map<String, String> names) {
            var all = new LinkedHashMap<>(names);
            agencies.ever().forEach(agency -> all.putIfAbsent(agency.code(), agency.name()));
            return all;
        }

        private Map<String, Values.Life> lives() {
            var lives = new HashMap<String, Values.Life>();
            for (var dated : agencies.throughTheYears()) {
                lives.merge(
                        dated.agency().code(),
                        new Values.Life(dated.from(), dated.to(), null),
                        (one, other) -> new Values.Life(
                                one.first().isBefore(other.first()) ? one.first() : other.first(),
                                one.last() == null || other.last() == null
                                        ? null
                                        : one.last().isAfter(other.last()) ? one.last() : other.last(),
                                null));
            }
            lives.replaceAll((code, life) -> life.last() == null
                    ? life
                    : new Values.Life(
                            life.first(),
                            life.last(),
                            agencies.orSuccessor(code, later(today, life.last().plusDays(1)))
                                    .map(agency -> agency.name() + " (" + agency.code() + ")")
                                    .orElse(null)));
            lives.values().removeIf(life -> life.last() == null && !life.first().isAfter(today));
            return lives;
        }

        private LocalDate later(LocalDate one, LocalDate other) {
            return one.isAfter(other) ? one : other;
        }

        private Map<String, String> areaNames() {
            var names = new LinkedHashMap<String, String>();
            areas.throughTheYears()
                    .forEach(dated -> names.merge(
                            dated.area().code(),
                            dated.area().name(),
                            (one, other) -> one.equals(other) ? one : one + " hoặc " + other));
            return names;
        }

        private String faultOfLimit(String text, boolean orEmpty) {
            if (text.isEmpty()) {
                return orEmpty ? null : "Ô này phải có thời hạn, ví dụ \"working P3D\".";
            }
            try {
                Limit.parse(text);
                return null;
            } catch (IllegalArgumentException e) {
                return "\"" + text
                        + "\" không phải là thời hạn; viết ví dụ \"wall PT30M\" (30 phút, kể cả đêm và ngày nghỉ),"
                        + " \"working PT4H\" (4 giờ làm việc), \"working P3D\" (3 ngày làm việc).";
            }
        }

        /** No area, and each area with the kind of the unit that handles for it, as long as both stay as they are. */
        private List<List<Object>> areasInTime() {
            var points = new ArrayList<List<Object>>();
            points.add(Arrays.asList(new Values.Period(null, null), "", null));
            var all = areas.throughTheYears();
            var changes = new TreeSet<LocalDate>();
            all.forEach(dated -> {
                changes.add(dated.from());
                if (dated.to() != null) {
                    changes.add(dated.to().plusDays(1));
                }
            });
            for (var dated : all) {
                for (LocalDate from = dated.from(); from != null; from = changes.higher(from)) {
                    if (!dated.isValidOn(from)) {
                        break;
                    }
                    var next = changes.higher(from);
                    var kind = areas.handlingUnit(dated.area().code(), from)
                            .map(Area::kind)
                            .orElse("");
                    points.add(List.of(
                            new Values.Period(from, next == null ? null : next.minusDays(1)),
                            kind,
                            dated.area().code()));
                }
            }
            return points;
        }

        private boolean isOfAnArea(String expression) {
            return OF_AN_AREA.contains(expression.strip());
        }
    }
}
