package vn.haiphong.hotline1022.application.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haiphong.hotline1022.adapter.persistence.FilledRegister;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.Finding.Severity;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableAnalysis;
import vn.haiphong.hotline1022.process.engine.internal.FeelCellJudge;
import vn.haiphong.hotline1022.process.rules.TableReader;

/** What the analysis says of the tables as first delivered, with the real directory. */
class ShippedTablesTest {

    private static TableVocabulary vocabulary;

    @BeforeAll
    static void fill() {
        var register = FilledRegister.create();
        vocabulary = new TableVocabulary(register.agencies(), register.areas(), new Words());
    }

    @ParameterizedTest
    @CsvSource({
        "escalation-ladder, 2024-09-18",
        "field-suggestion, 2024-09-18",
        "handling-deadline, 2024-09-18",
        "petition-screening, 2024-09-18",
        "responsible-agency, 2024-09-18",
        "escalation-ladder, 2026-11-23",
        "field-suggestion, 2026-11-23",
        "handling-deadline, 2026-11-23",
        "petition-screening, 2026-11-23",
        "responsible-agency, 2026-11-23"
    })
    void nothing_in_a_shipped_table_would_keep_it_from_use(String key, LocalDate day) throws IOException {
        var findings = new TableAnalysis(new FeelCellJudge()).of(shipped(key), vocabulary.on(day));

        findings.forEach(finding -> System.out.println(key + " " + day + " " + finding));
        assertThat(findings).extracting(Finding::severity).doesNotContain(Severity.blocks);
    }

    static RuleTable shipped(String key) throws IOException {
        return TableReader.one(Files.readAllBytes(Path.of("dmn", key + ".dmn")));
    }
}
