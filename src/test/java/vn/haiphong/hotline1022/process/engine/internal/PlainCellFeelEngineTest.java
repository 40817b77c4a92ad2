package vn.haiphong.hotline1022.process.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way says what the language says, for every value. */
class PlainCellFeelEngineTest {

    private static final List<Object> VALUES = Arrays.asList(
            null,
            "",
            "a",
            "b",
            "cống tắc",
            " nước ngập đường ",
            true,
            false,
            0,
            1,
            5L,
            2.5,
            -3,
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2024, 1, 1),
            List.of("a"));

    private final FeelEngine full = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine plain = new PlainCellFeelEngine(full);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "\"a\"",
                "\"a\", \"b\"",
                "not(\"a\")",
                "not(\"a\", \"b\")",
                "true",
                "false",
                "not(true)",
                "1",
                "2.5",
                "not(1)",
                "< 2",
                "<= 2.5",
                "> 0",
                ">= 5",
                "[1..5]",
                "]1..5[",
                "(1..5)",
                "[1..5)",
                "[5..1]",
                "not([1..5])",
                "1, 5",
                "not(1, > 2)",
                "< 1, > 2",
                "[1..2],[5..7]",
                "-3",
                "0",
                "\"a\", 5",
                "not(\"a\", 5)",
                "\"a\", null",
                "not(\"a\", null)",
                "date(\"2025-07-01\")",
                "not(date(\"2025-07-01\"))",
                "not(< date(\"2025-07-01\"))",
                "[date(\"2024-01-01\")..date(\"2025-06-30\")]",
                "]date(\"2024-01-01\")..date(\"2025-07-01\")]",
                "date(\"2025-02-30\")",
                "thoat_nuoc",
                "not(thoat_nuoc)",
                "not(not(1))",
                "not(true, false)",
                "< date(\"2025-07-01\")",
                ">= date(\"2025-07-01\")",
                "matches(?, \"cống|ngập\")",
                "not(matches(?, \"cống|ngập\"))",
                "null",
                "not(null)"
            })
    void a_cell_holds_where_the_language_says_so(String cell) {
        for (var value : VALUES) {
            assertThat(plain.evaluateSimpleUnaryTests(cell, "value", context(value)))
                    .as(cell + " of " + value)
                    .isEqualTo(full.evaluateSimpleUnaryTests(cell, "value", context(value)));
        }
    }

    @Test
    void every_cell_of_our_tables_holds_where_the_language_says_so() throws IOException {
        for (var cell : cells()) {
            a_cell_holds_where_the_language_says_so(cell);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value",
                "other",
                "\"a\"",
                "true",
                "12",
                "2.5",
                "null",
                "value = \"a\"",
                "if value = \"a\" then 1 else 2"
            })
    void an_expression_yields_what_the_language_says(String expression) {
        for (var value : VALUES) {
            assertThat((Object) plain.evaluateSimpleExpression(expression, context(value)))
                    .as(expression + " of " + value)
                    .isEqualTo(full.evaluateSimpleExpression(expression, context(value)));
        }
    }

    private static VariableContext context(Object value) {
        return Variables.createVariables().putValue("value", value).asVariableContext();
    }

    private static List<String> cells() throws IOException {
        var cells = new ArrayList<String>();
        try (Stream<Path> tables = Files.list(Path.of("dmn"))) {
            for (var table : tables.toList()) {
                Dmn.readModelFromFile(table.toFile()).getModelElementsByType(InputEntry.class).stream()
                        .map(cell -> cell.getTextContent().strip())
                        .filter(cell -> !cell.isEmpty())
                        .forEach(cells::add);
            }
        }
        return cells.stream().distinct().toList();
    }
}
