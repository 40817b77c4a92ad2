package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.rules.CompiledTable;
import vn.haiphong.hotline1022.domain.rules.SharedCells;
import vn.haiphong.hotline1022.process.rules.TableReader;

/** A compiled table says what the engine says, whatever is in it. */
class CompiledTableTest {

    private static final List<String> WORDS =
            List.of("cay", "do", "den", "duong", "khong", "co", "nuoc", "ngap", "3", "12", "nha", "");
    private static final List<String> CELLS = List.of(
            "-",
            "-",
            "\"cay\"",
            "\"cay\",\"do\"",
            "not(\"cay\")",
            "not(\"cay\",\"den\")",
            "matches(?, \" (cay|den) \")",
            "matches(?, \" (cay (do|ngap)|(khong )?co den) \")",
            "matches(?, \" ((?<!khong )den|[0-9]+ nha) \")",
            "matches(?, \" (khong( [a-z]+){0,2} (den|nuoc)|do) \")",
            "matches(?, \" ((cay|den)( do)?) \")",
            "matches(?, \"^(?!.* (cay|den) ).*$\")",
            "matches(?, \" ?(cay )?den \")",
            "not(matches(?, \" (duong|nuoc ngap) \"))",
            "\"cay\", matches(?, \" nuoc \")",
            "null",
            "not(null)",
            "starts with(?, \" cay\")",
            "string length(?) > 12",
            "contains(?, \"den\") and not(contains(?, \"do\"))");
    private static final List<String> NUMBERS =
            List.of("-", "3", "> 2", "[1..3]", "]1..3[", "1,2", "not(3)", "<= 2.5", "null");
    private static final List<String> TRUTHS = List.of("-", "true", "false", "not(true)");
    private static final List<String> DAYS = List.of(
            "-", "< date(\"2025-03-01\")", ">= date(\"2025-03-01\")", "[date(\"2025-01-01\")..date(\"2025-06-30\")]");
    private static final List<String> RESULTS =
            List.of("\"a\"", "\"b\"", "\"a\" + \"b\"", "text", "", "upper case(\"c\")");

    private final EngineTables engine = new EngineTables();

    @Test
    void says_what_the_engine_says_on_random_tables_and_cases() {
        var random = new Random(1022);
        var answered = 0;
        var beyond = 0;
        for (var round = 0; round < 120; round++) {
            var policy =
                    List.of("FIRST", "COLLECT", "UNIQUE", "ANY", "RULE ORDER").get(random.nextInt(5));
            var dmn = table(random, policy);
            var cells = new SharedCells(engine);
            var compiled = CompiledTable.of(TableReader.one(dmn.getBytes(StandardCharsets.UTF_8)), cells, engine);
            assertThat(compiled).as(dmn).isPresent();
            beyond += compiled.get().beyondPlain();
            var known = cells.answers();
            var ready = engine.ready(dmn);
            for (var i = 0; i < 25; i++) {
                var facts = facts(random);
                known.begin(facts);
                var said = compiled.get().of(known);
                var right = ready.of(facts);
                if (said != null) {
                    assertThat(said.fault() == null)
                            .as("%s of %s%n%s", right, facts, dmn)
                            .isEqualTo(right.fault() == null);
                    if (right.fault() == null) {
                        assertThat(said).as("%s%n%s", facts, dmn).isEqualTo(right);
                        answered += right.rows().size();
                    }
                }
            }
        }
        assertThat(answered).as("rows that spoke").isGreaterThan(1000);
        assertThat(beyond).as("cells of the full language").isGreaterThan(100);
    }

    @Test
    void what_is_known_of_one_case_says_nothing_of_the_next() {
        var dmn = table(
                "FIRST",
                List.of(
                        List.of("matches(?, \" (cay|den) \")", "-", "-", "-", "\"a\""),
                        List.of("-", "-", "-", "-", "\"b\"")));
        var cells = new SharedCells(engine);
        var compiled = CompiledTable.of(TableReader.one(dmn.getBytes(StandardCharsets.UTF_8)), cells, engine)
                .orElseThrow();
        var known = cells.answers();

        known.begin(Map.of("text", " cay do "));
        assertThat(compiled.of(known).rows()).containsExactly("row0");
        known.begin(Map.of("number", 3L));
        assertThat(compiled.of(known).rows()).containsExactly("row1");
        known.put("text", " co den ");
        assertThat(compiled.of(known).rows()).containsExactly("row0");
    }

    @Test
    void a_value_of_another_type_than_its_column_is_left_to_the_engine() {
        var dmn = table("FIRST", List.of(List.of("\"3\"", "-", "-", "-", "\"a\"")));
        var cells = new SharedCells(engine);
        var compiled = CompiledTable.of(TableReader.one(dmn.getBytes(StandardCharsets.UTF_8)), cells, engine)
                .orElseThrow();
        var known = cells.answers();

        known.begin(Map.of("text", 3L));

        assertThat(compiled.of(known)).isNull();
    }

    private static Map<String, Object> facts(Random random) {
        var facts = new LinkedHashMap<String, Object>();
        if (random.nextInt(8) > 0) {
            facts.put(
                    "text",
                    random.nextInt(4) == 0
                            ? WORDS.get(random.nextInt(WORDS.size()))
                            : " "
                                    + random.ints(random.nextInt(6), 0, WORDS.size())
                                            .mapToObj(WORDS::get)
                                            .collect(Collectors.joining(" "))
                                    + (random.nextInt(5) > 0 ? " " : ""));
        }
        if (random.nextInt(8) > 0) {
            facts.put("number", (long) random.nextInt(5));
        }
        if (random.nextInt(8) > 0) {
            facts.put("truth", random.nextBoolean());
        }
        if (random.nextInt(8) > 0) {
            facts.put("day", LocalDate.parse("2024-12-01").plusDays(random.nextInt(300)));
        }
        return facts;
    }

    private static String table(Random random, String policy) {
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < 1 + random.nextInt(6); i++) {
            rows.add(List.of(
                    one(random, CELLS),
                    one(random, NUMBERS),
                    one(random, TRUTHS),
                    one(random, DAYS),
                    one(random, RESULTS)));
        }
        return table(policy, rows);
    }

    private static String one(Random random, List<String> cells) {
        return random.nextInt(3) == 0 ? cells.get(0) : cells.get(random.nextInt(cells.size()));
    }

    private static String table(String policy, List<List<String>> rows) {
        var dmn = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
                <decision id="random" name="Random"><decisionTable id="t" hitPolicy="%s">
                <input id="i1"><inputExpression id="e1" typeRef="string" expressionLanguage="feel"><text>text</text></inputExpression></input>
                <input id="i2"><inputExpression id="e2" typeRef="long" expressionLanguage="feel"><text>number</text></inputExpression></input>
                <input id="i3"><inputExpression id="e3" typeRef="boolean" expressionLanguage="feel"><text>truth</text></inputExpression></input>
                <input id="i4"><inputExpression id="e4" expressionLanguage="feel"><text>day</text></inputExpression></input>
                <output id="o" name="result" typeRef="string"/>
                """.formatted(policy));
        for (var i = 0; i < rows.size(); i++) {
            dmn.append("<rule id=\"row").append(i).append("\">");
            for (var j = 0; j < 5; j++) {
                var entry = j == 4 ? "outputEntry" : "inputEntry";
                dmn.append("<%s id=\"c%d_%d\" expressionLanguage=\"feel\"><text><![CDATA[%s]]></text></%s>"
                        .formatted(entry, i, j, rows.get(i).get(j), entry));
            }
            dmn.append("</rule>");
        }
        return dmn.append("</decisionTable></decision></definitions>").toString();
    }
}
