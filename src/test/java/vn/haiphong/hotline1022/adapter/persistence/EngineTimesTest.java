package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.TestPostgres;

/** A house whose nodes ran in the zone of the city goes on with the same instants in UTC. */
class EngineTimesTest {

    @Test
    void times_written_in_the_zone_of_the_machine_become_the_same_instants_in_utc() {
        assertThat(timersAfterTheUpgrade("2024-09-18 08:00:03.5"))
                .as("received at 01:00 UTC, as the clock on the wall said 08:00")
                .isEqualTo("2024-09-18 01:22:30 null");
    }

    @Test
    void times_in_utc_stay_as_they_are() {
        assertThat(timersAfterTheUpgrade("2024-09-18 01:00:03.5")).isEqualTo("2024-09-18 08:22:30 null");
    }

    @Test
    void a_house_without_cases_is_left_alone() {
        assertThat(timersAfterTheUpgrade(null)).isEqualTo("2024-09-18 08:22:30 null");
    }

    /** @param begun when the engine says the case began that the register received at 01:00 UTC */
    private static String timersAfterTheUpgrade(String begun) {
        var database = new PGSimpleDataSource();
        database.setUrl(TestPostgres.emptyDatabase());
        database.setUser("postgres");
        database.setPassword("postgres");
        database.setCurrentSchema("public,register");
        var register =
                Flyway.configure().dataSource(database).schemas("register").defaultSchema("register");
        register.target("8").load().migrate();
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
                create table public.act_hi_procinst (business_key_ text, proc_def_key_ text,
                    super_process_instance_id_ text, start_time_ timestamp);
                create table public.act_ru_job (duedate_ timestamp, lock_exp_time_ timestamp, repeat_ text);
                insert into public.act_ru_job values ('2024-09-18 08:22:30', null, 'R/2024-09-18T01:22:30Z/P1D');
                """).update();
        if (begun != null) {
            jdbc.sql("""
                    insert into register.petition (code, tracking_key, state, channel, content, received_at)
                    values ('HP1022-240918-000001-4', 'key', 'MOI', 'portal', 'Đèn tắt', '2024-09-18T01:00:00Z')
                    """).update();
            jdbc.sql("insert into public.act_hi_procinst values ('HP1022-240918-000001-4', 'petition-handling', null,"
                            + " cast(? as timestamp))")
                    .param(begun)
                    .update();
        }

        register.target("latest").load().migrate();

        return jdbc.sql("select duedate_::text || ' ' || coalesce(lock_exp_time_::text, 'null') from public.act_ru_job")
                .query(String.class)
                .single();
    }
}
