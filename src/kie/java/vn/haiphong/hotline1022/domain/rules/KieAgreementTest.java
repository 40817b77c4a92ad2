package vn.haiphong.hotline1022.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import vn.haiphong.hotline1022.domain.rules.Finding.Kind;

/**
 * A second judge: KIE's analyser and ours on random tables in the part of the language both read (numbers, booleans, texts of
 * an enumeration; comparisons, intervals, lists), with the types KIE knows. They say whether there is a gap and which
 * rows overlap; where they disagree, the engine is asked about every case.
 */
class KieAgreementTest {

    private static final int TABLES = Integer.getInteger("rules.kie", 300);
    private static final RealEngine ENGINE = new RealEngine();
    private static final List<String> CODES = List.of("a", "b", "c");

    @Test
    void both_analysers_see_the_same_gaps_and_overlaps() {
        var validator = DMNValidatorFactory.newValidator();
        var chance = new Random(1022);
        var gaps = 0;
        var overlapping = 0;
        var read = 0;
        var wrong = 0;
        for (var n = 0; n < TABLES; n++) {
            var table = table(chance);
            var messages = validator
                    .validateUsing(DMNValidator.Validation.ANALYZE_DECISION_TABLE)
                    .theseModels(reader(table));
            var analysis = messages.stream()
                    .filter(DMNDTAnalysisMessage.class::isInstance)
                    .map(message -> ((DMNDTAnalysisMessage) message).getAnalysis())
                    .findFirst()
                    .orElse(null);
            if (analysis == null || analysis.isError()) {
                System.out.println("not read by KIE: " + told(table) + messages);
                continue;
            }
            read++;
            var findings = new TableAnalysis(null).of(table, new Enumerated());
            var ours = pairs(findings);
            var theirs = new TreeSet<String>();
            analysis.getOverlaps().forEach(overlap -> overlap.getRules().forEach(one -> overlap.getRules().stream()
                    .filter(other -> other < one)
                    .forEach(other -> theirs.add((other - 1) + "-" + (one - 1)))));
            var ourGap = findings.stream().anyMatch(finding -> finding.kind() == Kind.gap);
            var theirGap = !analysis.getGaps().isEmpty();
            if (!ours.equals(theirs) || ourGap != theirGap) {
                // the engine settles it, on every case there is
                var truth = new Truth(table);
                assertThat(ours).as(told(table)).isEqualTo(truth.pairs);
                assertThat(ourGap).as(told(table)).isEqualTo(truth.gap);
                wrong += 1;
                System.out.println("KIE errs: " + told(table) + " gap " + theirGap + " overlaps " + theirs + ", in truth "
                        + truth.gap + " " + truth.pairs);
            }
            gaps += ourGap ? 1 : 0;
            overlapping += ours.isEmpty() ? 0 : 1;
        }
        System.out.println("KIE: " + read + " of " + TABLES + " tables read by both; " + gaps + " with a gap, " + overlapping
                + " with overlaps; they disagree on " + wrong + ", where the engine says ours is right");
        assertThat(read).isGreaterThan(TABLES / 2);
        assertThat(wrong).isLessThan(read / 2);
    }

    /** What is so, by asking the engine about every case there is. */
    private static final class Truth {

        private final Set<String> pairs = new TreeSet<>();
        private boolean gap;

        Truth(RuleTable table) {
            List<List<Object>> cases = List.of(List.of());
            for (var input : table.inputs()) {
                cases = cases.stream()
                        .flatMap(before -> values(input.type()).stream().map(value -> {
                            var more = new ArrayList<>(before);
                            more.add(value);
                            return (List<Object>) more;
                        }))
                        .toList();
            }
            for (var values : cases) {
                var rows = IntStream.range(0, table.rows().size())
                        .filter(row -> IntStream.range(0, values.size()).allMatch(i -> holds(table, row, i, values.get(i))))
                        .toArray();
                gap |= rows.length == 0;
                for (var one : rows) {
                    IntStream.of(rows).filter(other -> other < one).forEach(other -> pairs.add(other + "-" + one));
                }
            }
        }

        private static boolean holds(RuleTable table, int row, int column, Object value) {
            var cell = table.rows().get(row).tests().get(column);
            return "-".equals(cell) || ENGINE.holds(cell, value);
        }

        private static List<Object> values(String type) {
            return switch (type) {
                case "boolean" -> List.of(true, false);
                case "string" -> List.copyOf(CODES);
                default -> IntStream.rangeClosed(0, 20).<Object>mapToObj(i -> i / 2.0).toList();
            };
        }
    }

    private static Set<String> pairs(List<Finding> findings) {
        var pairs = new TreeSet<String>();
        findings.stream()
                .filter(finding -> finding.kind() == Kind.overlap)
                .forEach(finding -> finding.otherRows()
                        .forEach(other -> pairs.add(other.substring(1) + "-" + finding.rowId().substring(1))));
        return pairs;
    }

    private static RuleTable table(Random chance) {
        var kinds = IntStream.rangeClosed(0, chance.nextInt(3)).map(i -> chance.nextInt(3)).toArray();
        var inputs = new ArrayList<RuleTable.Input>();
        for (var i = 0; i < kinds.length; i++) {
            inputs.add(new RuleTable.Input("i" + i, "i" + i, "x" + i, List.of("number", "boolean", "string").get(kinds[i])));
        }
        var rows = IntStream.rangeClosed(0, 1 + chance.nextInt(5))
                .mapToObj(row -> new RuleTable.Row(
                        "r" + row,
                        "",
                        IntStream.of(kinds).mapToObj(kind -> cell(kind, chance)).toList(),
                        List.of("\"x\"")))
                .toList();
        return new RuleTable(
                "k",
                "k",
                HitPolicy.UNIQUE,
                inputs,
                List.of(new RuleTable.Output("o", "o", "o", "string")),
                rows);
    }

    private static String cell(int kind, Random chance) {
        if (chance.nextInt(3) == 0) {
            return "-";
        }
        var from = 1 + chance.nextInt(5);
        return switch (kind) {
            case 0 -> switch (chance.nextInt(3)) {
                case 0 -> List.of("<", "<=", ">", ">=").get(chance.nextInt(4)) + " " + from;
                case 1 -> String.valueOf(from);
                default -> List.of("[", "(").get(chance.nextInt(2)) + from + ".." + (from + 1 + chance.nextInt(3))
                        + List.of("]", ")").get(chance.nextInt(2));
            };
            case 1 -> String.valueOf(chance.nextBoolean());
            default -> chance.nextBoolean() ? "\"" + CODES.get(chance.nextInt(3)) + "\"" : "\"a\", \"" + CODES.get(1 + chance.nextInt(2)) + "\"";
        };
    }

    private static String told(RuleTable table) {
        return table.inputs().stream().map(RuleTable.Input::type).toList() + " "
                + table.rows().stream().map(RuleTable.Row::tests).toList() + " ";
    }

    private static Reader reader(RuleTable table) {
        var xml = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\""
                + " id=\"d\" name=\"d\" namespace=\"http://x\">");
        table.inputs().forEach(input -> xml.append("<inputData id=\"" + input.expression() + "\" name=\"" + input.expression()
                + "\"><variable name=\"" + input.expression() + "\" typeRef=\"" + input.type() + "\"/></inputData>"));
        xml.append("<decision id=\"k\" name=\"k\"><variable name=\"k\" typeRef=\"string\"/>");
        table.inputs().forEach(input -> xml.append(
                "<informationRequirement><requiredInput href=\"#" + input.expression() + "\"/></informationRequirement>"));
        xml.append("<decisionTable hitPolicy=\"UNIQUE\" outputLabel=\"k\">");
        table.inputs().forEach(input -> xml.append("<input><inputExpression typeRef=\"" + input.type() + "\"><text>"
                + input.expression() + "</text></inputExpression>"
                + ("string".equals(input.type()) ? "<inputValues><text>\"a\",\"b\",\"c\"</text></inputValues>" : "")
                + "</input>"));
        xml.append("<output/>");
        table.rows().forEach(row -> {
            xml.append("<rule>");
            row.tests().forEach(cell -> xml.append("<inputEntry><text>" + cell.replace("<", "&lt;") + "</text></inputEntry>"));
            xml.append("<outputEntry><text>\"x\"</text></outputEntry></rule>");
        });
        return new InputStreamReader(
                new ByteArrayInputStream(xml.append("</decisionTable></decision></definitions>")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    private static final class Enumerated implements Vocabulary {

        @Override
        public Values of(RuleTable table, RuleTable.Input input) {
            Map<String, String> names = new LinkedHashMap<>();
            CODES.forEach(code -> names.put(code, code));
            return "string".equals(input.type()) ? new Values.Codes(names) : new Values.Anything();
        }

        @Override
        public Values of(RuleTable table, RuleTable.Output output) {
            return new Values.Anything();
        }

        @Override
        public boolean mayBeAbsent(RuleTable table, RuleTable.Input input) {
            return false;
        }
    }
}
