package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.PersonalReads;

@Repository
class JdbcPersonalReads implements PersonalReads {

    private static final String WANTED = """
             from personal_read
            where (cast(:codes as text[]) is null or petition_code = any (cast(:codes as text[])))
              and (cast(:user as text) is null or user_id = :user)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:to as timestamptz) is null or at < :to)
            """;

    private final JdbcClient jdbc;
    private final JdbcClient longLists;

    JdbcPersonalReads(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.longLists = LongLists.of(source);
    }

    @Override
    public void add(Collection<String> codes, String user, Instant at, String door, Data data) {
        jdbc.sql("insert into personal_read (petition_code, user_id, at, door, data)"
                        + " select code, ?, ?, ?, ? from unnest(cast(? as text[])) as code")
                .params(user, timestamp(at), door, data.key(), codes.toArray(String[]::new))
                .update();
    }

    @Override
    public Excerpt<Read> page(Wanted wanted, Excerpt.Part part) {
        var total = asked(jdbc, "select count(*)" + WANTED, wanted)
                .query(Long.class)
                .single();
        var rows = asked(jdbc, "select *" + WANTED + " order by id desc limit :size offset :skipped", wanted)
                .param("size", part.size())
                .param("skipped", part.skipped())
                .query(JdbcPersonalReads::read)
                .list();
        return new Excerpt<>(rows, total);
    }

    @Override
    @Transactional(readOnly = true)
    public void forEach(Wanted wanted, Consumer<Read> reader) {
        asked(longLists, "select *" + WANTED + " order by id desc", wanted)
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> reader.accept(read(row, 0)));
    }

    @Override
    public List<Figure> figures(Instant from, Instant to) {
        return jdbc.sql("""
                        select to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, door, data, count(*) as looks,
                               count(distinct user_id) as people
                          from personal_read where at >= ? and at < ? group by 1, 2, 3 order by 1 desc, 2, 3
                        """)
                .params(timestamp(from), timestamp(to))
                .query((row, i) -> new Figure(
                        row.getString("month"),
                        row.getString("door"),
                        row.getString("data"),
                        row.getLong("looks"),
                        row.getLong("people")))
                .list();
    }

    @Override
    public long forgetBefore(Instant at, int most) {
        return jdbc.sql("delete from personal_read where id in (select id from personal_read where at < ? limit ?)")
                .params(timestamp(at), most)
                .update();
    }

    @Override
    public long countBefore(Instant at) {
        return jdbc.sql("select count(*) from personal_read where at < ?")
                .param(timestamp(at))
                .query(Long.class)
                .single();
    }

    private static StatementSpec asked(JdbcClient jdbc, String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("codes", wanted.codes() == null ? null : wanted.codes().toArray(String[]::new), Types.ARRAY)
                .param("user", wanted.user(), Types.VARCHAR)
                .param("from", timestamp(wanted.from()), Types.TIMESTAMP)
                .param("to", timestamp(wanted.to()), Types.TIMESTAMP);
    }

    private static Read read(ResultSet row, int i) throws SQLException {
        return new Read(
                instant(row, "at"),
                row.getString("user_id"),
                row.getString("petition_code"),
                row.getString("door"),
                row.getString("data"));
    }
}
