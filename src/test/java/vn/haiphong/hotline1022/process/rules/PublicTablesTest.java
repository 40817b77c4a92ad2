package vn.haiphong.hotline1022.process.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableAnalysis;
import vn.haiphong.hotline1022.domain.rules.Vocabulary;
import vn.haiphong.hotline1022.process.engine.internal.FeelCellJudge;

/** Tables of others, written for other engines: each is read and looked at, whatever stands in it. */
class PublicTablesTest {

    @Test
    void the_tables_of_public_test_suites_go_through() throws IOException {
        var analysis = new TableAnalysis(new FeelCellJudge());
        var tables = new ArrayList<RuleTable>();
        var said = new EnumMap<Finding.Kind, Integer>(Finding.Kind.class);
        try (var files = Files.walk(Path.of("target/public-tables"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".dmn")).toList()) {
                tables.addAll(tablesOf(file));
            }
        }
        for (var table : tables) {
            analysis.of(table, Vocabulary.open(false)).forEach(finding -> said.merge(finding.kind(), 1, Integer::sum));
        }

        System.out.println("public tables: " + tables.size() + " " + said);
        assertThat(tables).hasSizeGreaterThan(200);
        assertThat(said).containsKeys(Finding.Kind.gap, Finding.Kind.overlap, Finding.Kind.beyondAnalysis);
    }

    /** Some of the files are broken on purpose. */
    private static List<RuleTable> tablesOf(Path file) throws IOException {
        try {
            return TableReader.all(Files.readAllBytes(file));
        } catch (TableReader.Unreadable e) {
            return List.of();
        }
    }
}
