package vn.haiphong.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.TableAnalysis;
import vn.haiphong.hotline1022.domain.rules.Vocabulary;
import vn.haiphong.hotline1022.process.rules.TableReader;

/**
 * How long the analysis of a large table takes beside reading it, in the same run: a random table whose rows ask something of
 * the first three columns and of half of the others, one that is a whole grid, and the grid with a hole. Arguments: rows, columns, seed.
 */
public final class AnalysisBench {

    private static final int ROUNDS = 5;

    private AnalysisBench() {}

    public static void main(String[] arguments) {
        var rows = Integer.parseInt(argument(arguments, 0, "1000"));
        var columns = Integer.parseInt(argument(arguments, 1, "8"));
        var seed = Long.parseLong(argument(arguments, 2, "1022"));
        System.out.println("| table | policy | rows | read ms | analyse ms | ratio | findings |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var policy : List.of("FIRST", "UNIQUE", "COLLECT")) {
            measure("random", policy, random(rows, columns, policy, new Random(seed)));
        }
        measure("grid", "UNIQUE", grid(rows, columns, "UNIQUE", -1));
        measure("grid with a hole", "UNIQUE", grid(rows, columns, "UNIQUE", rows / 2));
        measure("grid", "FIRST", grid(rows, columns, "FIRST", -1));
    }

    private static String argument(String[] arguments, int number, String otherwise) {
        return arguments.length > number ? arguments[number] : otherwise;
    }

    private static void measure(String name, String policy, byte[] file) {
        var table = TableReader.one(file);
        var read = median(() -> TableReader.one(file).rows());
        var findings = new TableAnalysis(null).of(table, Vocabulary.open(false));
        var analysed = median(() -> new TableAnalysis(null).of(table, Vocabulary.open(false)));
        System.out.printf(
                "| %s | %s | %d | %.0f | %.0f | %.1f | %s |%n",
                name,
                policy,
                table.rows().size(),
                read,
                analysed,
                analysed / read,
                findings.stream()
                        .collect(Collectors.groupingBy(Finding::kind, java.util.TreeMap::new, Collectors.counting())));
    }

    private static double median(Supplier<?> work) {
        var times = new double[ROUNDS];
        for (var i = 0; i < ROUNDS; i++) {
            var begun = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException();
            }
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static byte[] random(int rows, int columns, String policy, Random chance) {
        return file(
                policy,
                columns,
                IntStream.range(0, rows)
                        .mapToObj(row -> IntStream.range(0, columns)
                                .mapToObj(column -> column > 2 && chance.nextBoolean() ? "-" : cell(column, chance))
                                .toList())
                        .toList());
    }

    private static String cell(int column, Random chance) {
        var number = chance.nextInt(40);
        return switch (column % 4) {
            case 0 -> "\"c" + chance.nextInt(20) + "\",\"c" + chance.nextInt(20) + "\"";
            case 1 -> "[" + number + ".." + (number + chance.nextInt(20)) + "]";
            case 2 -> ">= date(\"2025-0" + (1 + chance.nextInt(9)) + "-01\")";
            default -> chance.nextBoolean() ? "true" : "false";
        };
    }

    /** Ten times ten times … intervals, a row for each; every case has its row. */
    private static byte[] grid(int rows, int columns, String policy, int without) {
        return file(
                policy,
                columns,
                IntStream.range(0, rows)
                        .filter(row -> row != without)
                        .mapToObj(row -> IntStream.range(0, columns)
                                .mapToObj(column -> side(row, column, rows))
                                .toList())
                        .toList());
    }

    private static String side(int row, int column, int rows) {
        var power = Math.pow(10, column / 2);
        if (column % 2 == 0 || power >= rows) {
            return "-";
        }
        var at = (int) (row / power) % 10;
        return at == 0 ? "< 10" : at == 9 ? ">= 90" : "[" + at * 10 + ".." + (at + 1) * 10 + "[";
    }

    private static byte[] file(String policy, int columns, List<List<String>> rows) {
        var xml = new StringBuilder(
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"d\">"
                        + "<decisionTable hitPolicy=\"" + policy + "\">");
        for (var i = 0; i < columns; i++) {
            xml.append("<input id=\"i" + i + "\"><inputExpression><text>x" + i + "</text></inputExpression></input>");
        }
        xml.append("<output id=\"o\" name=\"o\" typeRef=\"integer\"/>");
        for (var row = 0; row < rows.size(); row++) {
            xml.append("<rule id=\"r" + row + "\">");
            rows.get(row)
                    .forEach(cell ->
                            xml.append("<inputEntry><text>" + cell.replace("<", "&lt;") + "</text></inputEntry>"));
            xml.append("<outputEntry><text>" + row + "</text></outputEntry></rule>");
        }
        return xml.append("</decisionTable></decision></definitions>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
