package vn.haiphong.hotline1022.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables against petitions with the outcome a careful operator would give them. */
class DecisionTablesTest {

    private static final double ENOUGH = 0.9;

    private static final Tables TABLES = new Tables();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petitions.csv",
                "petitions-other.csv",
                "petitions-other-2.csv",
                "petitions-other-3.csv",
                "petitions-other-4.csv",
                "petitions-portal-prose.csv",
                "petitions-spoken.csv",
                "petitions-near-misses.csv",
                "petitions-paraphrased.csv",
                "petitions-mixed.csv",
                "petitions-mixed-2.csv",
                "petitions-mixed-3.csv",
                "petitions-dangers.csv"
            })
    void the_tables_propose_what_a_careful_operator_would_decide(String file) {
        var golden = new GoldenPetitions(TABLES).run(Tables.golden(file));

        golden.mismatches().forEach(line -> System.out.println(file + " " + line));
        System.out.println(file + ": " + golden.summary());

        assertThat(golden.dangers()).as("dangerous mistakes").isEmpty();
        for (var column : new String[] {"decision", "field", "category", "urgent", "lead"}) {
            assertThat(golden.rate(column)).as(column).isGreaterThanOrEqualTo(ENOUGH);
        }
    }
}
