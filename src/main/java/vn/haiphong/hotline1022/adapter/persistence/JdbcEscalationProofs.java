package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.EscalationProofs;

@Repository
class JdbcEscalationProofs implements EscalationProofs {

    /** The citizen's own limit is nobody's to be reported. */
    private static final String OURS = "step <> 'supplement'";

    private static final String HOLD = """
            with rung as (
                select *
                  from unnest(cast(:urgencies as text[]), cast(:dues as timestamptz[]), cast(:levels as int[]),
                              cast(:roles as text[]), cast(:reached as timestamptz[]))
                       as rung (urgency, due_at, level, role, reached_at)
            ),
            -- Each level of each passed limit, with the agency that had to answer for it when the level was reached.
            late as (
                select d.id, d.petition_code, d.step, d.due_at, d.due_at = d.original_due_at as unmoved, rung.level, rung.role,
                       rung.reached_at,
                       rung.reached_at + :allowance * interval '1 second' <= least(:until, d.ended_at, d.paused_at) as owed,
                       case when d.step <> 'handle' then d.agency_code else coalesce(
                           (select settling.agency_code from deadline settling
                             where settling.petition_code = d.petition_code and settling.step = 'settle'
                               and settling.started_at <= rung.reached_at
                               and rung.reached_at < coalesce(settling.ended_at, 'infinity') limit 1),
                           (select lead.agency_code from handling lead
                             where lead.petition_code = d.petition_code and lead.lead
                               and lead.assigned_at <= rung.reached_at
                               and rung.reached_at < coalesce(lead.ended_at, 'infinity')
                             order by lead.id desc limit 1), '') end as agency_code
                  from deadline d join rung on rung.urgency = d.urgency and rung.due_at = d.due_at
                 where d.OURS
            ),
            person as (
                select late.id, late.petition_code, late.step, late.due_at, late.unmoved, late.level, late.reached_at, late.owed,
                       late.agency_code, whom.email, string_agg(distinct late.role, ',' order by late.role) as roles
                  from late left join lateral (
                       select c.email from contact c
                        where late.role in ('officer', 'focal', 'leader')
                          and c.role = late.role and c.agency_code = late.agency_code
                       union
                       select c.email from contact c
                        where late.role not in ('officer', 'focal', 'leader')
                          and c.role = late.role and c.agency_code = ''
                       union
                       select c.email from contact c
                        where late.role not in ('officer', 'focal', 'leader')
                          and c.role = 'leader' and c.agency_code = late.role
                          and not exists (select from contact where role = late.role and agency_code = '')) whom on true
                 group by late.id, late.petition_code, late.step, late.due_at, late.unmoved, late.level, late.reached_at,
                          late.owed, late.agency_code, whom.email
            ),
            named as (
                select person.*, count(email) over (partition by id, level) as people from person
            ),
            letter as (
                select petition_code, cast(split_part(key, '|', 3) as bigint) as deadline_id,
                       cast(substr(split_part(key, '|', 4), 2) as int) as level, recipient, count(*) as times,
                       min(created_at) as written_at, min(state) as state
                  from notice
                 where kind = 'breach' and petition_code in (select petition_code from late)
                 group by 1, 2, 3, 4
            ),
            verdict as (
                select named.id, named.petition_code, named.step, named.due_at, named.level, named.agency_code, named.roles,
                       named.email, named.reached_at,
                       case when email is null and people > 0 then null
                            when email is null then case when owed then 'nobody' end
                            when letter.times > 1 then 'doubled'
                            when unmoved and letter.written_at < reached_at then 'early'
                            when letter.times is null then case when owed then 'missed' end
                            when letter.state = 'sent' then 'told'
                            when letter.state in ('uncertain', 'rejected') then letter.state
                            when owed then 'waiting' end as finding
                  from named left join letter
                       on letter.petition_code = named.petition_code and letter.deadline_id = named.id
                      and letter.level = named.level and letter.recipient = named.email
            )
            select finding, count(*) as cases, null as id, null as petition_code, null as step, null as due_at,
                   null as level, null as agency_code, null as roles, null as email, null as reached_at
              from verdict where finding is not null group by finding
            union all
            select finding, 1, id, petition_code, step, due_at, level, agency_code, roles, email, reached_at
              from verdict where finding <> 'told'
             order by petition_code nulls first, id, level, email
            """.replace("OURS", OURS);

    private final JdbcClient jdbc;

    JdbcEscalationProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Passed> passed(Instant from, Instant until) {
        return new HashSet<>(jdbc.sql("select distinct urgency, due_at from deadline where " + OURS + """
                         and due_at >= :from and due_at <= :until and (ended_at is null or ended_at > due_at)
                        """)
                .param("from", timestamp(from))
                .param("until", timestamp(until))
                .query((row, i) -> new Passed(row.getString("urgency"), instant(row, "due_at")))
                .list());
    }

    @Override
    public Held hold(List<Reached> rungs, Instant until, Duration allowance) {
        var counts = new EnumMap<Finding, Long>(Finding.class);
        var deviations = new ArrayList<Deviation>();
        jdbc.sql(HOLD)
                .param("urgencies", texts(rungs, Reached::urgency))
                .param("dues", texts(rungs, Reached::dueAt))
                .param("levels", texts(rungs, Reached::level))
                .param("roles", texts(rungs, Reached::role))
                .param("reached", texts(rungs, Reached::at))
                .param("until", timestamp(until))
                .param("allowance", allowance.toSeconds())
                .query(row -> {
                    var finding = Finding.valueOf(row.getString("finding"));
                    if (row.getString("petition_code") == null) {
                        counts.put(finding, row.getLong("cases"));
                    } else {
                        deviations.add(new Deviation(
                                row.getString("petition_code"),
                                row.getLong("id"),
                                row.getString("step"),
                                instant(row, "due_at"),
                                row.getInt("level"),
                                row.getString("agency_code"),
                                List.of(row.getString("roles").split(",")),
                                row.getString("email"),
                                instant(row, "reached_at"),
                                finding));
                    }
                });
        return new Held(counts, deviations);
    }

    private static String[] texts(List<Reached> rungs, Function<Reached, Object> part) {
        return rungs.stream().map(part).map(Object::toString).toArray(String[]::new);
    }
}
