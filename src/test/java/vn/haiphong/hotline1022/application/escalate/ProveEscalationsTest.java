package vn.haiphong.hotline1022.application.escalate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.escalate.ProveEscalations.Proof;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Deviation;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Finding;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A proof is worth something if it finds what is wrong: each test breaks one thing by hand. */
@HouseTest
@Tag("alone") // what other tests have left overdue would stand in the proof
class ProveEscalationsTest {

    private static final Duration ALLOWANCE = Duration.ofMinutes(1);

    @Autowired
    House house;

    @Autowired
    ProveEscalations prove;

    @Test
    void everybody_the_ladder_names_is_proven_to_be_told_once_at_each_level() {
        var since = house.now();
        late(Duration.ofDays(20));

        var proof = prove.since(since, ALLOWANCE);

        assertThat(proof.deviations()).isEmpty();
        assertThat(proof.counts()).containsOnlyKeys(Finding.told);
        assertThat(proof.count(Finding.told))
                .as("1022's own people, its coordinator, two at the third level, vice-chair, chair")
                .isEqualTo(6);
    }

    @Test
    void what_was_never_written_is_missed() {
        var since = house.now();
        var code = late(Duration.ofHours(1));
        house.jdbc
                .sql("delete from notice where petition_code = ? and kind = 'breach'")
                .param(code)
                .update();

        assertThat(findings(prove.since(since, ALLOWANCE), code)).containsExactly("L1 operators missed");
        assertThat(prove.since(since, ALLOWANCE).holds()).isFalse();
    }

    @Test
    void a_second_letter_about_the_same_is_doubled() {
        var since = house.now();
        var code = late(Duration.ofHours(1));
        house.jdbc.sql("""
                insert into notice (key, petition_code, kind, recipient, recipient_name, subject, body_text, body_html, state,
                    message_id, created_at)
                select key || '|again', petition_code, kind, recipient, recipient_name, subject, body_text, body_html, state,
                    'another', created_at
                  from notice where petition_code = ? and kind = 'breach'
                """).param(code).update();

        assertThat(findings(prove.since(since, ALLOWANCE), code)).containsExactly("L1 operators doubled");
        assertThat(prove.since(since, ALLOWANCE).holds()).isFalse();
    }

    @Test
    void a_letter_before_its_time_is_early() {
        var since = house.now();
        var code = late(Duration.ofHours(1));
        house.jdbc
                .sql("update notice set created_at = created_at - interval '1 day' where petition_code = ?"
                        + " and kind = 'breach'")
                .param(code)
                .update();

        assertThat(findings(prove.since(since, ALLOWANCE), code)).containsExactly("L1 operators early");
    }

    @Test
    void what_the_mail_server_did_not_take_is_named_as_such_and_not_as_missed() {
        var since = house.now();
        var code = late(Duration.ofHours(1));
        for (var state : List.of("uncertain", "rejected")) {
            becomes(code, state);
            assertThat(findings(prove.since(since, ALLOWANCE), code)).containsExactly("L1 operators " + state);
        }
        becomes(code, "pending");
        assertThat(findings(prove.since(since, ALLOWANCE), code)).containsExactly("L1 operators waiting");
        assertThat(prove.since(since, ALLOWANCE).holds()).isTrue();
    }

    @Test
    void a_level_for_which_nobody_is_named_is_found() {
        house.jdbc
                .sql(
                        "update contact set agency_code = 'nowhere' where agency_code = '' and role in ('officer', 'focal')")
                .update();
        try {
            var since = house.now();
            var code = late(Duration.ofHours(1));

            assertThat(findings(prove.since(since, ALLOWANCE), code)).containsExactly("L1 null nobody");
        } finally {
            house.jdbc
                    .sql("update contact set agency_code = '' where agency_code = 'nowhere'")
                    .update();
        }
    }

    @Test
    void a_limit_kept_owes_nothing_and_one_just_passed_nothing_yet() {
        var since = house.now();
        house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", "quận Lê Chân");
        assertThat(prove.since(since, ALLOWANCE).counts()).isEmpty();

        house.advanceTo(dueOfTheLast().plusSeconds(30));
        assertThat(prove.since(since, ALLOWANCE).counts())
                .as("the house still has half a minute")
                .isEmpty();

        house.advance(Duration.ofMinutes(1));
        assertThat(prove.since(since, ALLOWANCE).count(Finding.missed))
                .as("no job ran")
                .isEqualTo(1);
        house.runDueJobs();
        assertThat(prove.since(since, ALLOWANCE).counts()).containsOnlyKeys(Finding.told);
    }

    /** A petition nobody classifies, that long after its limit. */
    private String late(Duration after) {
        var code = house.receive("Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền.", "quận Lê Chân")
                .code()
                .value();
        for (var passed = Duration.ZERO; passed.compareTo(after) < 0; passed = passed.plusHours(12)) {
            var next = passed.plusHours(12);
            house.advanceTo(dueOfTheLast().plus(next.compareTo(after) < 0 ? next : after));
            house.runDueJobs();
        }
        return code;
    }

    private Instant dueOfTheLast() {
        return house.jdbc
                .sql("select due_at from deadline where step = 'forward' order by id desc limit 1")
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private void becomes(String code, String state) {
        house.jdbc
                .sql("update notice set state = ? where petition_code = ? and kind = 'breach'")
                .params(state, code)
                .update();
    }

    private static List<String> findings(Proof proof, String code) {
        return proof.deviations().stream()
                .filter(deviation -> deviation.code().equals(code))
                .map(ProveEscalationsTest::said)
                .toList();
    }

    private static String said(Deviation deviation) {
        var recipient =
                deviation.recipient() == null ? "null" : deviation.recipient().replaceAll("@.*", "");
        return "L" + deviation.level() + " " + recipient + " " + deviation.finding();
    }
}
