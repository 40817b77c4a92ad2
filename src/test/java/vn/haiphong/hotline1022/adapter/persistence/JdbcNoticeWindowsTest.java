package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import vn.haiphong.hotline1022.application.port.NoticeWindows.Window;
import vn.haiphong.hotline1022.support.TestPostgres;

/** Two transactions at once: no notice falls between one that writes it and one that closes the window. */
@Tag("A-40")
class JdbcNoticeWindowsTest {

    private static final String FOCAL = "focal@example.vn";
    private static final String OFFICER = "officer@example.vn";
    private static final DataSource REGISTER = TestPostgres.emptyRegister();

    private final JdbcClient jdbc = JdbcClient.create(REGISTER);
    private final PlatformTransactionManager transactions = new DataSourceTransactionManager(REGISTER);
    private final JdbcNoticeWindows windows = new JdbcNoticeWindows(jdbc);

    @BeforeEach
    void nothing_waits() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from notice_window").update();
    }

    @Test
    void who_writes_first_opens_a_window_and_all_others_enter_it_without_waiting_for_each_other() {
        var window = open(FOCAL);

        var first = begin();
        assertThat(windows.enter(List.of(FOCAL))).isEmpty();
        var second = inAnother(() -> windows.enter(List.of(OFFICER, FOCAL)))
                .orTimeout(30, TimeUnit.SECONDS); // though the first has not committed
        assertThat(second.join()).extracting(Window::recipient).containsExactly(OFFICER);
        transactions.commit(first);

        assertThat(windows.recipientOf(window)).isEqualTo(FOCAL);
    }

    @Test
    void a_window_does_not_close_over_what_is_being_written() {
        var window = open(FOCAL);
        var writer = begin();
        write();
        assertThat(windows.enter(List.of(FOCAL))).isEmpty();

        var empty = inAnother(() -> windows.isEmpty(window));
        untilOneWaits();
        transactions.commit(writer);

        assertThat(empty.join()).as("what was written while it waited").isFalse();
    }

    @Test
    void who_comes_while_a_window_closes_opens_another_one() {
        var window = open(FOCAL);
        var closing = begin();
        assertThat(windows.isEmpty(window)).isTrue();

        var opened = inAnother(() -> {
            write();
            return windows.enter(List.of(FOCAL));
        });
        untilOneWaits();
        windows.close(window);
        transactions.commit(closing);

        assertThat(opened.join())
                .singleElement()
                .satisfies(next -> assertThat(next.id()).isNotEqualTo(window));
        assertThat(windows.abandoned()).isEmpty();
    }

    @Test
    void what_waits_without_a_window_is_found() {
        write();

        assertThat(windows.abandoned()).containsExactly(FOCAL);
    }

    private long open(String recipient) {
        return windows.enter(List.of(recipient)).get(0).id();
    }

    private void write() {
        jdbc.sql("""
                        insert into notice (key, kind, recipient, state, message_id, created_at)
                        values ('1', 'breach', ?, 'pending', 'm', now())
                        """).param(FOCAL).update();
    }

    private TransactionStatus begin() {
        return transactions.getTransaction(new DefaultTransactionDefinition());
    }

    /** In a transaction of another thread, committed at its end. */
    private <T> CompletableFuture<T> inAnother(java.util.function.Supplier<T> what) {
        return CompletableFuture.supplyAsync(() -> {
            var transaction = begin();
            var result = what.get();
            transactions.commit(transaction);
            return result;
        });
    }

    /** Asked on a connection of its own, beside the transaction of this thread. */
    private void untilOneWaits() {
        await().until(() -> CompletableFuture.supplyAsync(() -> jdbc.sql(
                                        "select count(*) from pg_stat_activity where datname = current_database()"
                                                + " and wait_event_type = 'Lock'")
                                .query(Integer.class)
                                .single())
                        .join()
                == 1);
    }
}
