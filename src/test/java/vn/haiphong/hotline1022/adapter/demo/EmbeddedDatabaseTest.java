package vn.haiphong.hotline1022.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseTest {

    @TempDir
    Path home;

    @Test
    void data_outlive_a_restart() throws SQLException {
        try (var database = EmbeddedDatabase.in(home)) {
            execute(database, "create table kept as select 'Đã ghi' as word");
        }

        try (var database = EmbeddedDatabase.in(home)) {
            assertThat(word(database)).isEqualTo("Đã ghi");
            assertThat(ask(database, "select lower('ĐƯỜNG')")).isEqualTo("đường");
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void data_outlive_a_house_that_was_killed_and_its_server_is_taken_over() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHouse.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.lines().anyMatch("written"::equals)).isTrue();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        var leftover = postmaster();
        assertThat(leftover.isAlive()).isTrue();

        try (var database = EmbeddedDatabase.in(home)) {
            assertThat(word(database)).isEqualTo("Đã ghi");
            assertThat(leftover.isAlive()).isFalse();
        }
    }

    @Test
    void a_note_of_a_server_long_gone_does_not_keep_the_house_shut() throws Exception {
        try (var database = EmbeddedDatabase.in(home)) {
            execute(database, "create table kept as select 'Đã ghi' as word");
        }
        var data = home.toRealPath().resolve("postgres");
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n1726621200\n5432\n");

        try (var database = EmbeddedDatabase.in(home)) {
            assertThat(word(database)).isEqualTo("Đã ghi");
        }
    }

    @Test
    void what_an_interrupted_first_start_left_behind_is_begun_anew() throws Exception {
        Files.createDirectories(home.resolve("postgres.new/base"));
        Files.writeString(home.resolve("postgres.new/PG_VERSION"), "17\n");

        try (var database = EmbeddedDatabase.in(home)) {
            assertThat(ask(database, "select current_database()")).isEqualTo("hotline");
            assertThat(home.resolve("postgres.new")).doesNotExist();
        }
    }

    @Test
    void a_second_house_on_the_same_data_is_told_so() {
        try (var first = EmbeddedDatabase.in(home)) {
            assertThatThrownBy(() -> EmbeddedDatabase.in(home))
                    .isInstanceOf(SettingsRefused.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("đang được một bản Tổng đài 1022 khác sử dụng");
            assertThat(first.jdbcUrl()).startsWith("jdbc:postgresql://");
        }
    }

    @Test
    void a_place_that_cannot_be_written_to_is_named() throws Exception {
        var file = Files.writeString(home.resolve("file"), "no directory");

        assertThatThrownBy(() -> EmbeddedDatabase.in(file))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("hotline.demo.data");
    }

    @Test
    void data_of_another_version_are_left_alone_and_named() throws Exception {
        var data = Files.createDirectories(home.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "9.6\n");

        assertThatThrownBy(() -> EmbeddedDatabase.in(home))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("postgres.log");
        assertThat(data.resolve("PG_VERSION")).hasContent("9.6");
    }

    private ProcessHandle postmaster() throws Exception {
        var note = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(note.get(0).strip())).orElseThrow();
    }

    private static String word(EmbeddedDatabase database) throws SQLException {
        return ask(database, "select word from kept");
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }

    private static void execute(EmbeddedDatabase database, String command) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
