package vn.haiphong.hotline1022.adapter.persistence;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.PetitionEvents;

@Repository
class JdbcPetitionEvents implements PetitionEvents {

    private final JdbcClient jdbc;

    JdbcPetitionEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(
            String code, Instant at, String type, String actor, String agencyCode, String note, String publicNote) {
        jdbc.sql("""
                        insert into petition_event (petition_code, at, type, actor, agency_code, note, public_note)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(code, JdbcPetitions.timestamp(at), type, actor, agencyCode, note, publicNote)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void addAtOnce(String code, Instant at, String type, String actor, String note) {
        add(code, at, type, actor, null, note, null);
    }

    @Override
    public boolean isNoted(String code, String type, String note, Instant since) {
        return jdbc.sql(
                        "select exists (select from petition_event where petition_code = ? and type = ? and note = ? and at >= ?)")
                .params(code, type, note, JdbcPetitions.timestamp(since))
                .query(Boolean.class)
                .single();
    }

    @Override
    public long countSince(String code, String type, Instant since) {
        return jdbc.sql("select count(*) from petition_event where petition_code = ? and type = ? and at >= ?")
                .params(code, type, JdbcPetitions.timestamp(since))
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> unheard(String code) {
        // What a joined petition's sender wrote is noted in the other, too: there without words for its sender.
        return jdbc.sql("""
                        select distinct p.code from petition p join petition_event wrote on wrote.petition_code = p.code
                         where (p.code = :code or p.merged_into = :code)
                           and wrote.type = 'citizen-wrote' and wrote.public_note is not null
                           and not exists (select 1 from petition_event heard where heard.petition_code = p.code
                                            and heard.type = 'citizen-heard' and heard.id > wrote.id)
                         order by p.code
                        """).param("code", code).query(String.class).list();
    }
}
