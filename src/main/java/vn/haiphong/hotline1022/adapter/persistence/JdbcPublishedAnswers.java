package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.PublishedAnswers;

@Repository
class JdbcPublishedAnswers implements PublishedAnswers {

    private static final String MAY_BE_SHOWN =
            " p.consent_to_publish and not p.confidential and p.merged_into is null and p.erased_at is null"
                    + " and p.state in ('DA_TRA_LOI', 'DONG') and p.replied_at is not null and p.reply_text is not null ";

    private static final String ANSWERS =
            "select p.public_id, p.field, p.area_code, p.received_at, a.replied_at, a.content, a.reply, a.lat::float8, a.lon::float8,"
                    + " p.ending, p.planned_until, p.handed_to,"
                    + " agency.name as agency_name, p.lead_agency from published_answer a join petition p on p.code = a.petition_code "
                    + NameOnDay.ofAgency("p.lead_agency", "a.replied_at", "agency")
                    + " where a.replied_at = p.replied_at and" + MAY_BE_SHOWN;

    /**
     * What 1022 saw before it let the answer go. The sender's own pictures only where the words that were agreed to name pictures.
     */
    private static final String PICTURES = """
            select p.code, p.public_id, f.id, f.media_type, f.purpose
              from petition p join published_answer a on a.petition_code = p.code and a.replied_at = p.replied_at
              join attachment f on f.petition_code = p.code
             where f.media_type like 'image/%' and f.scan <> 'infected' and f.added_at <= p.replied_at
               and (f.purpose = 'after'
                    or f.purpose = 'sent' and f.added_by = 'citizen'
                       and exists (select from consent c where c.petition_code = p.code and c.purpose = 'publish'
                                      and c.withdrawn_at is null and c.wording = any(:wordings)))
               and\s""" + MAY_BE_SHOWN;

    private final JdbcClient jdbc;

    JdbcPublishedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place to three decimals: a hundred metres. */
    @Override
    public void keep(String code, String content, String reply) {
        jdbc.sql("""
                        insert into published_answer (petition_code, replied_at, content, reply, lat, lon)
                        select code, replied_at, :content, :reply, round(lat::numeric, 3), round(lon::numeric, 3)
                          from petition where code = :code
                        on conflict (petition_code) do update set replied_at = excluded.replied_at,
                            content = excluded.content, reply = excluded.reply, lat = excluded.lat, lon = excluded.lon
                        """)
                .param("code", code)
                .param("content", content)
                .param("reply", reply)
                .update();
    }

    @Override
    public void remove(String code) {
        jdbc.sql("delete from published_answer where petition_code = ?")
                .param(code)
                .update();
    }

    @Override
    public List<String> missing(String after, int most) {
        return jdbc.sql("select p.code from petition p left join published_answer a on a.petition_code = p.code"
                        + " where p.code > ? and a.replied_at is distinct from p.replied_at and" + MAY_BE_SHOWN
                        + " order by p.code limit ?")
                .params(after, most)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Publishable> publishable(String code) {
        return jdbc.sql("select content, reply_text from petition p where code = ? and" + MAY_BE_SHOWN)
                .param(code)
                .query((row, i) -> new Publishable(row.getString("content"), row.getString("reply_text")))
                .optional();
    }

    @Override
    public List<PublicPicture> pictures(List<String> codes) {
        return jdbc.sql(PICTURES + " and p.code = any(:codes) order by p.code, f.purpose = 'after', f.id")
                .param("codes", codes.toArray(String[]::new))
                .param("wordings", NewPetition.Agreement.NAMING_PICTURES.toArray(String[]::new))
                .query(JdbcPublishedAnswers::picture)
                .list();
    }

    @Override
    public Optional<PublicPicture> picture(UUID petition, long id) {
        return jdbc.sql(PICTURES + " and p.public_id = :petition and f.id = :id")
                .param("petition", petition)
                .param("id", id)
                .param("wordings", NewPetition.Agreement.NAMING_PICTURES.toArray(String[]::new))
                .query(JdbcPublishedAnswers::picture)
                .optional();
    }

    private static PublicPicture picture(ResultSet row, int i) throws SQLException {
        return new PublicPicture(
                row.getString("code"),
                row.getObject("public_id", UUID.class),
                row.getLong("id"),
                row.getString("media_type"),
                row.getString("purpose").equals("after"));
    }

    @Override
    public List<Answer> find(Wanted wanted, int most) {
        var sql = new StringBuilder(ANSWERS);
        for (var i = 0; i < wanted.words().size(); i++) {
            sql.append(" and a.plain like :word").append(i);
        }
        sql.append(" and (:field::text is null or p.field = :field)")
                .append(wanted.located() ? " and a.lat is not null and a.lon is not null" : "")
                .append(" and (:anywhere or p.area_code in (:areas))")
                .append(" and (:from::timestamptz is null or a.replied_at >= :from)")
                .append(" and (:to::timestamptz is null or a.replied_at < :to)")
                .append(
                        " and (:seenAt::timestamptz is null or (a.replied_at, p.public_id) < (:seenAt::timestamptz, :seenId::uuid))")
                .append(" order by a.replied_at desc, p.public_id desc limit :most");
        var seen = wanted.before();
        var query = jdbc.sql(sql.toString())
                .param("field", wanted.field(), java.sql.Types.VARCHAR)
                .param("anywhere", wanted.areas().isEmpty())
                .param("areas", wanted.areas().isEmpty() ? List.of("") : wanted.areas())
                .param("from", timestamp(wanted.from()), java.sql.Types.TIMESTAMP)
                .param("to", timestamp(wanted.to()), java.sql.Types.TIMESTAMP)
                .param("seenAt", seen == null ? null : timestamp(seen.repliedAt()), java.sql.Types.TIMESTAMP)
                .param("seenId", seen == null ? null : seen.id().toString(), java.sql.Types.VARCHAR)
                .param("most", most);
        for (var i = 0; i < wanted.words().size(); i++) {
            query = query.param("word" + i, "%" + wanted.words().get(i) + "%");
        }
        return query.query(JdbcPublishedAnswers::answer).list();
    }

    @Override
    public Optional<Answer> find(UUID id) {
        return jdbc.sql(ANSWERS + " and p.public_id = ?")
                .param(id)
                .query(JdbcPublishedAnswers::answer)
                .optional();
    }

    private static Answer answer(ResultSet row, int i) throws SQLException {
        return new Answer(
                row.getObject("public_id", UUID.class),
                row.getString("field"),
                row.getString("area_code"),
                row.getString("agency_name"),
                instant(row, "received_at"),
                instant(row, "replied_at"),
                row.getString("content"),
                JdbcPetitions.ending(row),
                row.getString("reply"),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class));
    }
}
