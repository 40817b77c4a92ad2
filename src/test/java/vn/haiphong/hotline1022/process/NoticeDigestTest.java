package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A storm: many limits pass at once, nobody gets more than two letters for it, every notice has its proof. */
@HouseTest
@Tag("alone")
@Tag("A-40")
@TestPropertySource(properties = "hotline.notices.window=PT10M")
class NoticeDigestTest {

    @Autowired
    House house;

    @Test
    void what_follows_the_first_notice_within_the_window_goes_in_one_letter() {
        for (var i = 0; i < 5; i++) {
            house.receive(
                    "Ngập đến bụng xe máy trước số nhà " + i + " phố Cát Cụt, nước vẫn đang lên.", "quận Lê Chân");
        }
        house.runDueJobs();
        house.advance(Duration.ofMinutes(31)); // nobody has forwarded them
        house.runDueJobs();

        // One went at once, the others wait.
        assertThat(states("breach")).containsExactly("gathered 4", "sent 1");
        assertThat(states("digest")).isEmpty();

        house.advance(Duration.ofMinutes(10));
        house.runDueJobs();

        assertThat(states("breach")).containsExactly("sent 5");
        assertThat(states("digest")).containsExactly("sent 1");
        assertThat(house.jdbc
                        .sql("select subject from notice where kind = 'digest'")
                        .query(String.class)
                        .single())
                .contains("4 thông báo");
        assertThat(house.jdbc
                        .sql("select body_text from notice where kind = 'digest'")
                        .query(String.class)
                        .single()
                        .lines()
                        .filter(line -> line.startsWith("- Quá hạn")))
                .hasSize(4);
        assertThat(house.jdbc
                        .sql(
                                "select count(*) from notice where kind = 'breach' and digest is not null and sent_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(house.notPassed("notice-digest")).isEmpty();
    }

    /** How many notices of that kind are in which state, for those who are told of the first level. */
    private List<String> states(String kind) {
        return house.jdbc.sql("""
                        select state || ' ' || count(*) from notice
                         where kind = ? and recipient = (select recipient from notice where key like '%|L1|%' limit 1)
                         group by state order by state
                        """).param(kind).query(String.class).list();
    }
}
