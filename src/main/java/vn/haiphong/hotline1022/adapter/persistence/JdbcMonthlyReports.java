package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.MonthlyReports;
import vn.haiphong.hotline1022.application.port.Period;

@Repository
class JdbcMonthlyReports implements MonthlyReports {

    /** Every source adds rows of one agency, one figure and a number; which agency and which month is decided in each. */
    private static final String COUNTED = """
            with counted as (
                select h.agency_code as agency, 'received' as figure, 0 as bucket, count(distinct h.petition_code) as n
                  from handling h where h.lead and h.assigned_at >= :from and h.assigned_at < :to group by 1
                union all
                select '', 'received', 0, count(*) from case_fact f
                 where f.finished_at >= :from and f.finished_at < :to and f.outcome = 'answered' and f.agency_code = ''
                union all
                select f.agency_code, f.lateness,
                       case when f.lateness <> 'late' then 0 else (select count(*) from unnest(:days::int[]) bound
                         where f.finished_at > f.due_at + bound * interval '24 hours') end::int, count(*)
                  from case_fact f
                 where f.finished_at >= :from and f.finished_at < :to and f.outcome = 'answered' group by 1, 2, 3
                union all
                select f.agency_code, 'ending-' || f.ending, 0, count(*) from case_fact f
                 where f.finished_at >= :from and f.finished_at < :to and f.outcome = 'answered'
                   and f.ending in ('fixed', 'planned') group by 1, 2
                union all
                select s.agency_code, case s.outcome when 'not-fixed' then 'call-not-fixed' else 'call-satisfied' end, 0, count(*)
                  from satisfaction_call s
                 where s.called_at >= :from and s.called_at < :to and s.outcome <> 'unreachable' group by 1, 2
                union all
                select c.agency_code, case c.outcome when 'done' then 'plan-kept' else 'plan-broken' end, 0, count(*)
                  from plan_check c where c.checked_at >= :from and c.checked_at < :to group by 1, 2
                union all
                select f.agency_code, 'open', 0, count(*) from case_fact f
                 where f.lateness = 'late' and f.outcome = 'answered' and f.finished_at >= :to and f.due_at < :until
                 group by 1
                union all
                select coalesce(p.lead_agency, ''), 'open', 0, count(*) from petition p
                 where p.closed_at is null and p.replied_at is null and p.due_at < :until
                   and p.code not in (select d.petition_code from deadline d where d.step = 'handle'
                                         and d.ended_at is null and d.paused_at is not null) group by 1
                union all
                select coalesce(e.agency_code, ''), 'prolonged', 0, count(*) from petition_event e
                 where e.type = 'extended' and e.at >= :from and e.at < :to group by 1
                union all
                select h.agency_code, 'returned', 0, count(*) from handling h
                 where h.state = 'CHUYEN_TRA' and h.ended_at >= :from and h.ended_at < :to group by 1
                union all
                select f.agency_code, 'reopened', 0, count(*) from case_fact f
                 where f.reopened_at >= :from and f.reopened_at < :to group by 1
                union all
                select f.agency_code, case when f.rating >= 3 then 'satisfied' else 'unsatisfied' end, 0, count(*)
                  from case_fact f where f.rated_at >= :from and f.rated_at < :to group by 1, 2),
            figures as (
                select agency, coalesce(sum(n) filter (where figure = 'received'), 0) as received,
                       coalesce(sum(n) filter (where figure = 'on-time'), 0) as on_time,
                       coalesce(sum(n) filter (where figure = 'extended'), 0) as extended_on_time,
                       (select array_agg((select coalesce(sum(l.n), 0)::bigint from counted l
                          where l.agency = c.agency and l.figure = 'late' and l.bucket = b) order by b)
                          from generate_series(0, cardinality(:days::int[])) b) as late,
                       coalesce(sum(n) filter (where figure = 'open'), 0) as late_open,
                       coalesce(sum(n) filter (where figure = 'prolonged'), 0) as extended,
                       coalesce(sum(n) filter (where figure = 'returned'), 0) as returned,
                       coalesce(sum(n) filter (where figure = 'reopened'), 0) as reopened,
                       coalesce(sum(n) filter (where figure in ('satisfied', 'unsatisfied')), 0) as rated,
                       coalesce(sum(n) filter (where figure = 'satisfied'), 0) as satisfied,
                       coalesce(sum(n) filter (where figure = 'ending-fixed'), 0)::bigint as fixed,
                       coalesce(sum(n) filter (where figure = 'ending-planned'), 0)::bigint as planned,
                       coalesce(sum(n) filter (where figure in ('call-not-fixed', 'call-satisfied')), 0)::bigint as called_back,
                       coalesce(sum(n) filter (where figure = 'call-not-fixed'), 0)::bigint as not_fixed,
                       coalesce(sum(n) filter (where figure in ('plan-kept', 'plan-broken')), 0)::bigint as plans_due,
                       coalesce(sum(n) filter (where figure = 'plan-broken'), 0)::bigint as plans_broken
                  from counted c group by agency having sum(n) > 0)
            select f.*, null as agency_name, (select count(*) from petition p
                    where p.received_at >= :from and p.received_at < :to) as all_received
              from (select 1) one left join figures f on true
            """;

    private final JdbcClient jdbc;

    JdbcMonthlyReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Count count(Period month, Instant now, List<Integer> lateDays) {
        var received = new long[1];
        var rows = jdbc.sql(COUNTED)
                .param("from", timestamp(month.from()))
                .param("to", timestamp(month.to()))
                .param("until", timestamp(month.until(now)))
                .param("days", array(lateDays))
                .query((row, i) -> {
                    received[0] = row.getLong("all_received");
                    return row.getString("agency") == null ? null : row(row, "agency");
                })
                .list();
        return new Count(received[0], rows.stream().filter(row -> row != null).toList());
    }

    /** As PostgreSQL writes it: a list would be spread over the statement. */
    private static String array(List<? extends Number> numbers) {
        return "{" + String.join(",", numbers.stream().map(Object::toString).toList()) + "}";
    }

    @Override
    public List<Edition> editions(YearMonth month) {
        return jdbc.sql("select * from report_issue where month = ? order by edition")
                .param(day(month))
                .query((row, i) -> edition(row))
                .list();
    }

    @Override
    public Optional<Issued> find(YearMonth month, int edition) {
        var rows = new ArrayList<Row>();
        return jdbc
                .sql("""
                        select i.*, i.received as all_received, r.position, r.agency_code, r.agency_name, r.on_time,
                               r.received as agency_received, r.extended_on_time, r.late, r.late_open, r.extended,
                               r.returned, r.reopened, r.rated, r.satisfied, r.fixed, r.planned,
                               r.called_back, r.not_fixed, r.plans_due, r.plans_broken
                          from report_issue i left join report_row r using (month, edition)
                         where i.month = ? and i.edition = ? order by r.position
                        """)
                .params(day(month), edition)
                .query((row, i) -> {
                    if (row.getString("agency_code") != null) {
                        rows.add(issuedRow(row));
                    }
                    return new Issued(
                            edition(row),
                            Stream.of((Integer[]) row.getArray("late_days").getArray())
                                    .toList(),
                            row.getInt("small_number"),
                            new Count(row.getLong("all_received"), rows));
                })
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public boolean issue(YearMonth month, Issued issued) {
        var edition = issued.edition();
        // Two who press the button at once: the second waits here, then finds it done.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('report_issue'))")
                .query((row, i) -> i)
                .single();
        var kept = jdbc.sql("""
                        insert into report_issue (month, edition, issued_at, issued_by, issued_by_name, reason, late_days,
                                                  small_number, received)
                        select ?, ?, ?, ?, ?, ?, ?::int[], ?, ?
                         where not exists (select from report_issue where month = ? and edition = ?)
                        """)
                .params(
                        day(month),
                        edition.number(),
                        timestamp(edition.issuedAt()),
                        edition.issuedBy(),
                        edition.issuedByName(),
                        edition.reason(),
                        array(issued.lateDays()),
                        issued.smallNumber(),
                        issued.count().received(),
                        day(month),
                        edition.number())
                .update();
        if (kept == 0) {
            return false;
        }
        var position = 0;
        for (var row : issued.count().rows()) {
            jdbc.sql("""
                            insert into report_row (month, edition, position, agency_code, agency_name, received, on_time,
                                extended_on_time, late, late_open, extended, returned, reopened, rated, satisfied, fixed,
                                planned, called_back, not_fixed, plans_due, plans_broken)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?::bigint[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            day(month),
                            edition.number(),
                            ++position,
                            row.agency(),
                            row.name(),
                            row.received(),
                            row.onTime(),
                            row.extendedOnTime(),
                            array(row.late()),
                            row.lateOpen(),
                            row.extended(),
                            row.returned(),
                            row.reopened(),
                            row.rated(),
                            row.satisfied(),
                            row.fixed(),
                            row.planned(),
                            row.calledBack(),
                            row.notFixed(),
                            row.plansDue(),
                            row.plansBroken())
                    .update();
        }
        return true;
    }

    private static Date day(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getInt("edition"),
                instant(row, "issued_at"),
                row.getString("issued_by"),
                row.getString("issued_by_name"),
                row.getString("reason"));
    }

    private static Row row(ResultSet row, String agency) throws SQLException {
        return row(row, agency, "received");
    }

    private static Row issuedRow(ResultSet row) throws SQLException {
        return row(row, "agency_code", "agency_received");
    }

    private static Row row(ResultSet row, String agency, String received) throws SQLException {
        return new Row(
                row.getString(agency),
                row.getString("agency_name"),
                row.getLong(received),
                row.getLong("on_time"),
                row.getLong("extended_on_time"),
                Stream.of((Long[]) row.getArray("late").getArray()).toList(),
                row.getLong("late_open"),
                row.getLong("extended"),
                row.getLong("returned"),
                row.getLong("reopened"),
                row.getLong("rated"),
                row.getLong("satisfied"),
                row.getObject("fixed", Long.class),
                row.getObject("planned", Long.class),
                row.getObject("called_back", Long.class),
                row.getObject("not_fixed", Long.class),
                row.getObject("plans_due", Long.class),
                row.getObject("plans_broken", Long.class));
    }
}
