package vn.haiphong.hotline1022.application.inform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.PetitionEvents;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Walk;

/** What came while the virus scanner was away is scanned when it is back, whether or not somebody asks for it. */
@HouseTest
@Tag("A-51")
class ScanFilesTest {

    @Autowired
    House house;

    @Autowired
    Attachments attachments;

    @Autowired
    PetitionEvents events;

    private final List<String> seen = new ArrayList<>();
    private Map<String, Verdict> verdicts = Map.of();
    private ScanFiles scanFiles;
    private ScanFiles anotherNode;
    private String code;

    @BeforeEach
    void filesThatWait() {
        // No scanner runs in this house; what other tests sent is none of ours.
        house.jdbc
                .sql("update attachment set scan = 'clean' where scan = 'none'")
                .update();
        scanFiles = node();
        anotherNode = node();
        code = new Walk(house).received();
        for (var name : List.of("one.jpg", "two.jpg", "three.jpg")) {
            house.jdbc
                    .sql("insert into attachment (petition_code, name, media_type, bytes, added_by, added_at)"
                            + " values (?, ?, 'image/jpeg', ?, 'citizen', ?)")
                    .params(
                            code,
                            name,
                            name.getBytes(StandardCharsets.UTF_8),
                            house.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    @AfterEach
    void nothingIsLocked() {
        house.jdbc
                .sql("delete from attachment where petition_code = ?")
                .param(code)
                .update();
    }

    private ScanFiles node() {
        InstantSource now = house::now;
        return new ScanFiles(
                attachments,
                bytes -> {
                    var name = new String(bytes, StandardCharsets.UTF_8);
                    seen.add(name);
                    return verdicts.getOrDefault(name, Verdict.CLEAN);
                },
                events,
                now.withZone(ZoneOffset.UTC));
    }

    private List<String> scans() {
        return attachments.of(code).stream().map(file -> file.scan().name()).toList();
    }

    @Test
    void each_once_and_what_is_infected_is_locked_and_said_in_the_case() {
        verdicts = Map.of("two.jpg", Verdict.INFECTED);

        assertThat(scanFiles.waiting(2)).as("a round has an end").isEqualTo(2);
        assertThat(anotherNode.waiting(20)).isEqualTo(1);
        assertThat(scanFiles.waiting(20)).isZero();

        assertThat(seen).containsExactly("one.jpg", "two.jpg", "three.jpg");
        assertThat(scans()).containsExactly("clean", "infected", "clean");
        assertThat(new Walk(house).notesOf(code)).contains("Tệp có mã độc, đã khóa: two.jpg");
    }

    @Test
    void while_the_scanner_is_away_a_round_ends_at_once_and_what_it_cannot_judge_holds_up_no_other() {
        verdicts = Map.of("one.jpg", Verdict.AWAY);

        assertThat(scanFiles.waiting(20)).isZero();
        assertThat(scans()).containsOnly("none");
        assertThat(scanFiles.waiting(20))
                .as("the others, and not that one again")
                .isEqualTo(2);
        assertThat(scans()).containsExactly("none", "clean", "clean");

        verdicts = Map.of();
        assertThat(anotherNode.waiting(20)).isZero();
        house.advance(Duration.ofMinutes(6));
        assertThat(anotherNode.waiting(20)).isEqualTo(1);
        assertThat(scans()).containsOnly("clean");
    }
}
