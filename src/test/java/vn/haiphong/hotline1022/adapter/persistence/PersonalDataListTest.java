package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.adapter.persistence.PersonalDataList.Part;
import vn.haiphong.hotline1022.support.TestPostgres;

/** Whoever adds a column that can hold words or bytes says whether it holds personal data, and what an erasure does with it. */
@Tag("A-64")
class PersonalDataListTest {

    private final JdbcClient register = JdbcClient.create(TestPostgres.emptyRegister());
    private final PersonalDataList list = PersonalDataList.delivered();

    private record Column(String table, String name) {}

    private List<Column> columns(String types) {
        return register.sql("select table_schema || '.' || table_name, column_name from information_schema.columns"
                        + " where table_schema = 'register'" + types + " order by 1, ordinal_position")
                .query((row, i) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    @Test
    void every_column_of_the_register_that_can_hold_words_or_bytes_is_in_the_list() {
        var unknown = columns(" and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea',"
                        + " 'ARRAY', 'inet', 'xml')")
                .stream()
                .filter(column -> !list.knows(column.table(), column.name()))
                .map(column -> column.table() + ";" + column.name())
                .toList();

        assertThat(unknown).as("say in personal-data.csv what these hold").isEmpty();
    }

    @Test
    void the_list_names_nothing_that_is_not_there() {
        var there = columns("").stream()
                .map(column -> column.table() + ";" + column.name())
                .collect(Collectors.toSet());
        var tables = columns("").stream().map(Column::table).collect(Collectors.toSet());

        for (var part : list.parts()) {
            if (part.table().startsWith("register.")) {
                assertThat(tables).contains(part.table());
                part.columns().keySet().stream()
                        .filter(column -> !column.equals(PersonalDataList.ALL_COLUMNS))
                        .forEach(column -> assertThat(there).contains(part.table() + ";" + column));
            }
        }
    }

    @Test
    void what_is_found_by_rows_of_another_table_comes_before_these_are_deleted() {
        var names = list.parts().stream().map(Part::table).toList();

        for (var part : list.parts()) {
            for (var other : list.parts()) {
                var gone = !other.of(PersonalDataList.Kind.row).isEmpty();
                var asked = part.where().contains(other.table().replace("public.", "from ") + " ");
                if (gone && asked) {
                    assertThat(names.indexOf(part.table()))
                            .as(part.table() + " before " + other.table())
                            .isLessThan(names.indexOf(other.table()));
                }
            }
        }
    }
}
