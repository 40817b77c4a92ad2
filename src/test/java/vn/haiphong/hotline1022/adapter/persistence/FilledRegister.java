package vn.haiphong.hotline1022.adapter.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.haiphong.hotline1022.adapter.persistence.masterdata.MasterDataImport;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.support.TestPostgres;

/** A register with the master data of this release, and the ports that read it. */
public record FilledRegister(
        JdbcClient jdbc, MasterDataImport masterDataImport, TickingClock clock, MasterData masterData) {

    public static FilledRegister create() {
        DataSource source = TestPostgres.emptyRegister();
        var masterDataImport = new MasterDataImport(new JdbcTemplate(source), new DataSourceTransactionManager(source));
        masterDataImport.importIfEmpty();
        var clock = new TickingClock();
        var jdbc = JdbcClient.create(source);
        return new FilledRegister(jdbc, masterDataImport, clock, new MasterData(jdbc, clock));
    }

    public Agencies agencies() {
        return new JdbcAgencies(masterData);
    }

    public Areas areas() {
        return new JdbcAreas(masterData);
    }

    JdbcCalendars calendars() {
        return new JdbcCalendars(masterData);
    }

    int count(String query) {
        return jdbc.sql("select count(*) from " + query).query(Integer.class).single();
    }

    /** Stands still until it is set. */
    static final class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T01:00:00Z");

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
