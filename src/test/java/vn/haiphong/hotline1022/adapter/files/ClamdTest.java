package vn.haiphong.hotline1022.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;
import vn.haiphong.hotline1022.support.Photos;
import vn.haiphong.hotline1022.support.ScriptedClamd;

class ClamdTest {

    @ParameterizedTest
    @CsvSource({
        "stream: OK, CLEAN",
        "stream: Eicar-Test-Signature FOUND, INFECTED",
        "INSTREAM size limit exceeded. ERROR, AWAY",
        "stream: Can't allocate memory ERROR, AWAY",
        "OK, AWAY",
        "stream: OK FOUND OK, AWAY",
        "'', AWAY",
        "hang up, AWAY"
    })
    void only_a_plain_word_is_believed(String answer, Verdict verdict) throws IOException {
        try (var scanner = new ScriptedClamd(answer)) {
            assertThat(new Clamd(scanner.address()).of(Photos.JPEG)).isEqualTo(verdict);
        }
    }

    @Test
    void a_file_reaches_the_scanner_whole() throws IOException {
        var large = new byte[1_000_003];
        new java.util.Random(1022).nextBytes(large);
        try (var scanner = new ScriptedClamd("stream: OK")) {
            new Clamd(scanner.address()).of(large);

            assertThat(scanner.scanned()).singleElement().isEqualTo(large);
        }
    }

    @Test
    void a_scanner_that_is_away_says_nothing() throws IOException {
        var scanner = new ScriptedClamd("stream: OK");
        scanner.close();

        assertThat(new Clamd(scanner.address()).of(Photos.JPEG)).isEqualTo(Verdict.AWAY);
    }

    @Test
    void without_an_address_nobody_is_asked() {
        assertThat(new Clamd(" ").of(Photos.JPEG)).isEqualTo(Verdict.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:", ":3310", "clamd:port", "a b:1", "http://clamd:3310"})
    void an_address_that_cannot_work_is_said_at_the_start(String address) {
        assertThatThrownBy(() -> new Clamd(address))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("HOTLINE_CLAMD");
    }
}
