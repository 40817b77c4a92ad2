package vn.haiphong.hotline1022.adapter.persistence.masterdata;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty register with the agencies, areas and calendar that come with this release. A register that has agencies is
 * left alone: it belongs to its administrators. Runs while the context starts, after the migrations; whoever needs agencies
 * earlier than that depends on this bean.
 */
@Component("masterDataImport") // by this name others depend on it
@DependsOnDatabaseInitialization
public class MasterDataImport implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MasterDataImport.class);
    private static final String OFFICE_HOURS_SOURCE = "Giả định A-15";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public MasterDataImport(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        importIfEmpty();
    }

    /** @return whether anything was imported */
    public boolean importIfEmpty() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // Two nodes that start together on an empty register: the second waits, then finds it filled.
            jdbc.execute("lock table agency in share row exclusive mode");
            if (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from agency)", Boolean.class))) {
                return false;
            }
            var agencies = AgencyFiles.agencies();
            var areas = new AreaFiles();
            addAgencies(agencies);
            addAreas(areas.areas());
            addSuccessions(areas.successions());
            addCalendar();
            addOfficeHours();
            LOG.info(
                    "Imported {} agencies and {} areas; {} predecessors of communes are not in the register",
                    agencies.size(),
                    areas.areas().size(),
                    areas.unmatched().size());
            return true;
        }));
    }

    private void addAgencies(Collection<AgencyFiles.AgencyRow> agencies) {
        add(
                """
                insert into agency (code, valid_from, valid_to, name, kind, fields, successor_code, source, confidence)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                agencies.stream()
                        .map(row -> new Object[] {
                            row.code(),
                            row.from(),
                            row.to(),
                            row.name(),
                            row.kind(),
                            row.fields(),
                            row.successorCode(),
                            row.source(),
                            row.confidence()
                        })
                        .toList());
    }

    private void addAreas(Collection<AreaFiles.AreaRow> areas) {
        add(
                """
                insert into area (code, valid_from, valid_to, name, kind, parent_code, agency_code, source)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                areas.stream()
                        .map(row -> new Object[] {
                            row.code(),
                            row.from(),
                            row.to(),
                            row.name(),
                            row.kind(),
                            row.parentCode(),
                            row.agencyCode(),
                            row.source()
                        })
                        .toList());
    }

    private void addSuccessions(Collection<AreaFiles.SuccessionRow> successions) {
        add(
                "insert into area_succession (old_code, new_code, since) values (?, ?, ?)",
                successions.stream()
                        .map(row -> new Object[] {row.oldCode(), row.newCode(), row.since()})
                        .toList());
    }

    private void addCalendar() {
        add(
                "insert into calendar_day (day, working, kind, name, source, status) values (?, ?, ?, ?, ?, ?)",
                MasterDataFiles.read("calendar").stream()
                        .map(row -> new Object[] {
                            LocalDate.parse(row.get("date")),
                            "working".equals(row.get("day_type")),
                            row.get("kind"),
                            row.get("name"),
                            row.get("source"),
                            row.get("status")
                        })
                        .toList());
    }

    private void addOfficeHours() {
        add(
                "insert into office_hours (valid_from, weekday, opens, closes, source) values (?, ?, ?, ?, ?)",
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                        .stream()
                        .<Object[]>mapMulti((day, rows) -> {
                            rows.accept(hours(day, "07:30", "11:30"));
                            rows.accept(hours(day, "13:00", "17:00"));
                        })
                        .toList());
    }

    private static Object[] hours(DayOfWeek day, String opens, String closes) {
        return new Object[] {
            AreaFiles.SINCE_EVER, day.getValue(), LocalTime.parse(opens), LocalTime.parse(closes), OFFICE_HOURS_SOURCE
        };
    }

    private void add(String insert, List<Object[]> rows) {
        jdbc.batchUpdate(insert, rows);
    }
}
