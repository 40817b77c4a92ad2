package vn.haiphong.hotline1022.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.camunda.bpm.dmn.engine.DmnDecision;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;

/**
 * Random tables: what the analysis says, held against every case there can be, as the full language and the stock engine decide
 * it. More of them: {@code -Drules.tables=50000}.
 */
class TableAnalysisPropertiesTest {

    private static final int TRIES = 20;
    /** The whole engine is dearer than its language: it is asked about some of the tables. */
    private static final int WITH_ENGINE = 5;

    private static final int TABLES = Integer.getInteger("rules.tables", 600);
    private static final Set<Kind> EXCUSES = EnumSet.of(Kind.syntax, Kind.type, Kind.unknownValue, Kind.forbidden);

    private static final RealEngine ENGINE = new RealEngine();

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void what_is_reported_is_so_and_nothing_is_missed(@ForAll long seed) {
        var cells = new RandomTable.Cells(seed % 1000);
        new Random(seed).longs(TABLES / TRIES).forEach(each -> checkTable(each, cells));
    }

    private static void checkTable(long seed, RandomTable.Cells cells) {
        var random = new RandomTable(seed, cells);
        var table = random.table;
        var findings = new TableAnalysis(ENGINE).of(table, random);
        var told = seed + " " + random + "\n"
                + findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
        try {
            var truth = new Truth(random, Math.floorMod(seed, WITH_ENGINE) == 0);
            truth.checkEngine();
            findings.forEach(truth::checkTrue);
            truth.checkNothingMissed(findings);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(told + "\n" + e.getMessage(), e);
        }
    }

    /** Which rows hold in which case, by trying. */
    private static final class Truth {

        private final RandomTable random;
        private final RuleTable table;
        private final BitSet[] casesOf;
        private final Map<Map<String, Object>, BitSet> rowsIn = new HashMap<>();
        private final boolean broken;
        private final DmnDecision decision;

        Truth(RandomTable random, boolean withEngine) {
            this.random = random;
            this.table = random.table;
            this.casesOf = new BitSet[table.rows().size()];
            var wrong = false;
            for (var r = 0; r < casesOf.length; r++) {
                casesOf[r] = new BitSet();
                for (var c = 0; c < random.cases.size(); c++) {
                    try {
                        if (holds(r, random.cases.get(c))) {
                            casesOf[r].set(c);
                        }
                    } catch (IllegalArgumentException e) {
                        wrong = true;
                    }
                }
            }
            broken = wrong;
            decision = withEngine && !broken ? ENGINE.read(table) : null;
        }

        private boolean holds(int row, Map<String, Object> values) {
            var tests = table.rows().get(row).tests();
            return IntStream.range(0, tests.size())
                    .allMatch(i -> "-".equals(tests.get(i))
                            || ENGINE.holds(
                                    tests.get(i),
                                    values.get(table.inputs().get(i).expression())));
        }

        private BitSet rowsAt(Map<String, Object> values) {
            return rowsIn.computeIfAbsent(values, key -> {
                var rows = new BitSet();
                IntStream.range(0, casesOf.length)
                        .filter(row -> holds(row, values))
                        .forEach(rows::set);
                return rows;
            });
        }

        /** That the rows above are what the whole engine makes of the table. */
        void checkEngine() {
            if (decision == null) {
                return;
            }
            var chance = new Random(7);
            var tried = random.cases.size() <= 40
                    ? random.cases
                    : chance.ints(8, 0, random.cases.size())
                            .mapToObj(random.cases::get)
                            .toList();
            for (var values : tried) {
                assertThat(ENGINE.answer(decision, values)).as("%s", values).isEqualTo(expected(rowsAt(values)));
            }
        }

        private List<Object> expected(BitSet rows) {
            var results = rows.stream().mapToObj(this::result).toList();
            return switch (table.hitPolicy()) {
                case FIRST -> results.isEmpty() ? results : results.subList(0, 1);
                case UNIQUE -> results.size() > 1 ? null : results;
                case ANY ->
                    results.stream().distinct().count() > 1
                            ? null
                            : results.isEmpty() ? results : results.subList(0, 1);
                default -> results;
            };
        }

        private void checkAnswer(Map<String, Object> values, List<Object> answer) {
            if (decision != null) {
                assertThat(ENGINE.answer(decision, values)).isEqualTo(answer);
            }
        }

        private Object result(int row) {
            return table.rows().get(row).results().get(0).replace("\"", "");
        }

        void checkTrue(Finding finding) {
            if (broken) {
                return; // the engine refuses to read it; so does the analysis, see below
            }
            var row = finding.rowId() == null
                    ? -1
                    : Integer.parseInt(finding.rowId().substring(1));
            var others = finding.otherRows().stream()
                    .map(id -> Integer.parseInt(id.substring(1)))
                    .toList();
            switch (finding.kind()) {
                case gap -> {
                    assertThat(rowsAt(finding.example()).isEmpty()).as("gap").isTrue();
                    assertThat(ENGINE.answer(ENGINE.read(table), finding.example()))
                            .isEmpty();
                }
                case overlap -> {
                    assertThat(rowsAt(finding.example()).get(row)).as("overlap").isTrue();
                    assertThat(rowsAt(finding.example()).get(others.get(0)))
                            .as("overlap")
                            .isTrue();
                    assertThat(ENGINE.answer(ENGINE.read(table), finding.example()))
                            .isNull();
                    others.forEach(other -> assertThat(random.withSearches || casesOf[row].intersects(casesOf[other]))
                            .isTrue());
                }
                case unreachable ->
                    assertThat(casesOf[row].isEmpty()).as("unreachable").isTrue();
                case shadowed -> {
                    var left = (BitSet) casesOf[row].clone();
                    others.forEach(other -> left.andNot(casesOf[other]));
                    assertThat(left.isEmpty()).as("shadowed").isTrue();
                    assertThat(others).isNotEmpty().allMatch(other -> other < row);
                }
                case duplicate ->
                    others.forEach(other -> {
                        assertThat(casesOf[other]).isEqualTo(casesOf[row]);
                        assertThat(result(other)).isEqualTo(result(row));
                    });
                case conflict ->
                    others.forEach(other -> {
                        assertThat(casesOf[other]).isEqualTo(casesOf[row]);
                        assertThat(result(other)).isNotEqualTo(result(row));
                    });
                case noCatchAll ->
                    assertThat(table.rows())
                            .noneMatch(each -> each.tests().stream().allMatch("-"::equals));
                default -> assertThat(finding.says()).isNotBlank();
            }
        }

        void checkNothingMissed(List<Finding> findings) {
            if (broken) {
                assertThat(findings)
                        .anyMatch(finding -> finding.severity() == Severity.blocks && finding.rowId() != null);
                return;
            }
            var beyond = findings.stream()
                    .anyMatch(finding -> finding.kind() == Kind.beyondAnalysis || finding.kind() == Kind.notDecided);
            var excused = findings.stream()
                    .filter(finding -> EXCUSES.contains(finding.kind()) && finding.severity() == Severity.blocks)
                    .map(Finding::rowId)
                    .collect(Collectors.toSet());
            // a bare word holds for no value at all: it blocks the table, and nothing more is made of its row
            var bare = table.rows().stream()
                    .flatMap(row -> row.tests().stream())
                    .anyMatch(cell -> cell.contains("thoat_nuoc"));
            if (beyond || bare || random.withSearches) {
                return;
            }
            assertThat(findings.stream().anyMatch(finding -> finding.kind() == Kind.notDecided))
                    .isFalse();
            var all = new BitSet();
            for (var r = 0; r < casesOf.length; r++) {
                var id = "r" + r;
                if (!excused.contains(id)) {
                    assertThat(has(findings, Kind.unreachable, id))
                            .as("unreachable " + id)
                            .isEqualTo(casesOf[r].isEmpty());
                    var left = (BitSet) casesOf[r].clone();
                    left.andNot(all);
                    assertThat(has(findings, Kind.shadowed, id))
                            .as("shadowed " + id)
                            .isEqualTo(table.hitPolicy() == HitPolicy.FIRST && !casesOf[r].isEmpty() && left.isEmpty());
                }
                for (var other = 0; other < r; other++) {
                    var meet = casesOf[r].intersects(casesOf[other]);
                    var same = result(r).equals(result(other));
                    assertThat(has(findings, Kind.overlap, id, "r" + other))
                            .as("overlap " + id + " r" + other)
                            .isEqualTo(meet
                                    && (table.hitPolicy() == HitPolicy.UNIQUE
                                            || table.hitPolicy() == HitPolicy.ANY && !same));
                    var twins = !casesOf[r].isEmpty() && casesOf[r].equals(casesOf[other]);
                    var collects = !table.hitPolicy().answersOnce();
                    assertThat(has(findings, Kind.duplicate, id, "r" + other))
                            .as("duplicate " + id + " r" + other)
                            .isEqualTo(twins && same && (collects || table.hitPolicy() == HitPolicy.ANY));
                    assertThat(has(findings, Kind.conflict, id, "r" + other))
                            .as("conflict " + id + " r" + other)
                            .isEqualTo(twins && !same && collects && isLastOfItsKind(r));
                }
                all.or(casesOf[r]);
            }
            if (table.hitPolicy().answersOnce()) {
                assertThat(findings.stream().anyMatch(finding -> finding.kind() == Kind.gap))
                        .as("gap")
                        .isEqualTo(all.cardinality() < random.cases.size());
            }
        }

        private boolean isLastOfItsKind(int row) {
            return IntStream.range(row + 1, casesOf.length).noneMatch(later -> casesOf[later].equals(casesOf[row]));
        }

        private static boolean has(List<Finding> findings, Kind kind, String row) {
            return findings.stream().anyMatch(finding -> finding.kind() == kind && row.equals(finding.rowId()));
        }

        private static boolean has(List<Finding> findings, Kind kind, String row, String other) {
            return findings.stream()
                    .anyMatch(finding -> finding.kind() == kind
                            && row.equals(finding.rowId())
                            && finding.otherRows().contains(other));
        }
    }
}
