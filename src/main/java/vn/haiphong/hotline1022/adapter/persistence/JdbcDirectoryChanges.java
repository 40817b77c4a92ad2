package vn.haiphong.hotline1022.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haiphong.hotline1022.application.port.DirectoryChanges;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange;

/** A unit's row ends on the last day before the change; what it is from then on is a row of its own. Nothing past is rewritten. */
@Repository
class JdbcDirectoryChanges implements DirectoryChanges {

    private static final String ENTERED = "entered";

    private final JdbcClient jdbc;
    private final MasterData masterData;
    private final ObjectMapper json;

    JdbcDirectoryChanges(JdbcClient jdbc, MasterData masterData, ObjectMapper json) {
        this.jdbc = jdbc;
        this.masterData = masterData;
        this.json = json;
    }

    @Override
    public String write(DirectoryChange change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public DirectoryChange read(String text) {
        try {
            return json.readValue(text, DirectoryChange.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void apply(long changeId, DirectoryChange change) {
        keepWhatWas(changeId, change);
        switch (change.kind()) {
            case mergeAgencies, endAgency -> {
                change.ending().forEach(code -> endAgency(code, change));
                if (change.into() != null && change.name() != null) {
                    agency(change.into(), change);
                }
                if (change.into() != null) {
                    handAreasOver(change);
                }
            }
            case newAgency -> agency(change.into(), change);
            case renameAgency -> agency(change.codes().get(0), change);
            case mergeAreas -> {
                area(change.into(), change);
                change.ending().forEach(code -> {
                    endArea(code, change.lastDay());
                    jdbc.sql("insert into area_succession (old_code, new_code, since) values (?, ?, ?)")
                            .params(code, change.into(), change.from())
                            .update();
                });
            }
            case renameArea, reassignArea -> change.codes().forEach(code -> area(code, change));
        }
        refreshAfterCommit();
    }

    private void keepWhatWas(long changeId, DirectoryChange change) {
        var areas = change.kind().isOfAreas();
        var agencyCodes = areas ? List.<String>of() : change.touched();
        var areaCodes = areas ? change.touched() : areasOf(change.ending(), change.lastDay());
        jdbc.sql("""
                        insert into directory_before (change_id, agency_codes, area_codes, agencies, areas, successions)
                        values (:id, :agencies, :areas,
                                (select coalesce(jsonb_agg(to_jsonb(agency)), '[]') from agency where code = any (:agencies)),
                                (select coalesce(jsonb_agg(to_jsonb(area)), '[]') from area where code = any (:areas)),
                                (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from area_succession s
                                  where old_code = any (:areas) or new_code = any (:areas)))
                        """)
                .param("id", changeId)
                .param("agencies", agencyCodes.toArray(String[]::new))
                .param("areas", areaCodes.toArray(String[]::new))
                .update();
    }

    private List<String> areasOf(List<String> agencies, LocalDate lastDay) {
        return jdbc.sql("""
                        select distinct code from area
                         where agency_code = any (?) and (valid_to is null or valid_to > ?)
                        """)
                .params(agencies.toArray(String[]::new), lastDay)
                .query(String.class)
                .list();
    }

    private void endAgency(String code, DirectoryChange change) {
        jdbc.sql("""
                        update agency set valid_to = :last, successor_code = :into
                         where code = :code and valid_from <= :last and (valid_to is null or valid_to > :last)
                        """)
                .param("last", change.lastDay())
                .param("into", change.into(), java.sql.Types.VARCHAR)
                .param("code", code)
                .update();
    }

    /** What the agency is from that day on: as before but for what the change says. */
    private void agency(String code, DirectoryChange change) {
        jdbc.sql("""
                        with before as (
                            select * from agency where code = :code and valid_from <= :last and (valid_to is null or valid_to > :last)
                        ), ended as (
                            update agency a set valid_to = :last from before b where a.code = b.code and a.valid_from = b.valid_from
                        )
                        insert into agency (code, valid_from, valid_to, name, kind, fields, successor_code, email, checks_drafts,
                               source, confidence)
                        select :code, :from, b.valid_to, coalesce(:name, b.name), coalesce(:kind, b.kind), coalesce(b.fields, ''),
                               b.successor_code, b.email, coalesce(b.checks_drafts, false), :source, :entered
                          from (select 1) one left join before b on true
                        """)
                .param("code", code)
                .param("last", change.lastDay())
                .param("from", change.from())
                .param("name", change.name(), java.sql.Types.VARCHAR)
                .param("kind", change.unitKind(), java.sql.Types.VARCHAR)
                .param("source", change.source())
                .param("entered", ENTERED)
                .update();
    }

    /** For what an ended agency answered, its successor does. */
    private void handAreasOver(DirectoryChange change) {
        jdbc.sql("""
                        with before as (
                            select * from area where agency_code = any (:ending) and valid_from <= :last
                                                 and (valid_to is null or valid_to > :last)
                        ), ended as (
                            update area a set valid_to = :last from before b where a.code = b.code and a.valid_from = b.valid_from
                        )
                        insert into area (code, valid_from, valid_to, name, kind, parent_code, agency_code, source)
                        select code, :from, valid_to, name, kind, parent_code, :into, :source from before
                        """)
                .param("ending", change.ending().toArray(String[]::new))
                .param("last", change.lastDay())
                .param("from", change.from())
                .param("into", change.into())
                .param("source", change.source())
                .update();
        jdbc.sql("update area set agency_code = :into where agency_code = any (:ending) and valid_from > :last")
                .param("ending", change.ending().toArray(String[]::new))
                .param("into", change.into())
                .param("last", change.lastDay())
                .update();
    }

    private void endArea(String code, LocalDate lastDay) {
        jdbc.sql("""
                        update area set valid_to = :last
                         where code = :code and valid_from <= :last and (valid_to is null or valid_to > :last)
                        """).param("last", lastDay).param("code", code).update();
    }

    private void area(String code, DirectoryChange change) {
        jdbc.sql("""
                        with before as (
                            select * from area where code = :code and valid_from <= :last and (valid_to is null or valid_to > :last)
                        ), ended as (
                            update area a set valid_to = :last from before b where a.code = b.code and a.valid_from = b.valid_from
                        )
                        insert into area (code, valid_from, valid_to, name, kind, parent_code, agency_code, source)
                        select :code, :from, b.valid_to, coalesce(:name, b.name), coalesce(:kind, b.kind),
                               coalesce(:parent, b.parent_code), coalesce(:agency, b.agency_code,
                                   (select agency_code from area where code = :like and valid_from <= :last
                                     order by valid_from desc limit 1)), :source
                          from (select 1) one left join before b on true
                        """)
                .param("code", code)
                .param("like", change.codes().get(0))
                .param("last", change.lastDay())
                .param("from", change.from())
                .param("name", change.name(), java.sql.Types.VARCHAR)
                .param("kind", change.unitKind(), java.sql.Types.VARCHAR)
                .param("parent", change.parent(), java.sql.Types.VARCHAR)
                .param("agency", change.agency(), java.sql.Types.VARCHAR)
                .param("source", change.source())
                .update();
    }

    @Override
    public void takeBack(long changeId) {
        jdbc.sql("""
                        with was as (select * from directory_before where change_id = :id),
                        gone as (delete from agency using was where code = any (agency_codes) returning 1),
                        gone2 as (delete from area using was where code = any (area_codes) returning 1),
                        gone3 as (delete from area_succession using was
                                   where old_code = any (area_codes) or new_code = any (area_codes) returning 1)
                        select (select count(*) from gone) + (select count(*) from gone2) + (select count(*) from gone3)
                        """).param("id", changeId).query(Long.class).single();
        for (var part : List.of("agency,agencies", "area,areas", "area_succession,successions")) {
            var names = part.split(",");
            jdbc.sql("insert into " + names[0] + " select r.* from directory_before, jsonb_populate_recordset(null::"
                            + names[0] + ", " + names[1] + ") r where change_id = ?")
                    .param(changeId)
                    .update();
        }
        refreshAfterCommit();
    }

    private void refreshAfterCommit() {
        // Who is called next in this transaction sees the new rows already.
        masterData.refresh();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                masterData.refresh();
            }
        });
    }
}
