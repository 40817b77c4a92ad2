package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.application.port.SmsBooks.State;
import vn.haiphong.hotline1022.support.TestPostgres;

/** What nodes share of mailbox and gateway. */
@Tag("A-57")
class JdbcMailboxReadersTest {

    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.emptyRegister());
    private final JdbcMailboxReaders readers = new JdbcMailboxReaders(jdbc);
    private final JdbcSmsBooks books = new JdbcSmsBooks(jdbc);

    @Test
    void one_node_reads_a_mailbox_until_its_time_is_over() {
        assertThat(readers.claim("box", "one", Duration.ofMinutes(5))).isTrue();
        assertThat(readers.claim("box", "two", Duration.ofMinutes(5))).isFalse();
        assertThat(readers.claim("box", "one", Duration.ofMinutes(5))).isTrue();
        readers.doneBefore("box", 7, 42);

        jdbc.sql("update mailbox_reader set until = now() - interval '1 second'")
                .update();

        assertThat(readers.claim("box", "two", Duration.ofMinutes(5))).isTrue();
        assertThat(readers.from("box", 7)).hasValue(42);
        assertThat(readers.from("box", 8)).as("a mailbox made anew counts anew").isEmpty();
    }

    @Test
    void a_report_that_comes_before_its_message_is_known_counts_and_an_arrival_is_never_taken_back() {
        var now = Instant.parse("2024-09-18T01:15:00Z");
        jdbc.sql("insert into petition (code, tracking_key, state, channel, content, received_at)"
                        + " values ('HP1', 'K', 'MOI', 'sms', 'x', now())")
                .update();
        jdbc.sql(
                        "insert into notice (key, petition_code, kind, recipient, subject, body_text, body_html, state, message_id,"
                                + " created_at, channel) values ('k', 'HP1', 'reply', '+84912345678', '', 'x', '', 'sending', '<k>', now(), 'sms')")
                .update();

        assertThat(books.reported("g1", true, null, now)).isEmpty();
        books.handedOver("k", 0, 2, "g1", now);
        assertThat(books.outcomeOf("k").state()).isEqualTo(State.open);
        books.handedOver("k", 1, 2, "g2", now);
        assertThat(books.reported("g2", true, null, now)).contains("k");
        books.reported("g2", false, "late", now);

        assertThat(books.outcomeOf("k").state()).isEqualTo(State.delivered);
    }
}
