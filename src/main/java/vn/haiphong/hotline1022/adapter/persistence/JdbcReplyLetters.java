package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.ReplyLetters;

@Repository
class JdbcReplyLetters implements ReplyLetters {

    private static final String FACTS = "select l.* from reply_letter l";
    /** Who was joined is answered as often as the case he was joined to. */
    private static final String WITH_PARENT = " left join petition parent on parent.code = p.merged_into ";

    private final JdbcClient jdbc;

    JdbcReplyLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> approverOf(String petitionCode) {
        return jdbc.sql("""
                        select e.actor from petition_event e
                         where e.petition_code = :code and e.type = 'reply-approved'
                           and e.id > coalesce((select max(r.id) from petition_event r
                                where r.petition_code = :code and r.type = 'reopened'), 0)
                         order by e.id desc limit 1
                        """).param("code", petitionCode).query(String.class).optional();
    }

    @Override
    public Optional<Signer> signer(String user) {
        return jdbc.sql("select title, name from letter_signer where user_id = ?")
                .param(user)
                .query((row, i) -> new Signer(row.getString("title"), row.getString("name")))
                .optional();
    }

    @Override
    public int nextNumber(int year) {
        return jdbc.sql("""
                        insert into letter_number (year, last) values (?, 1)
                            on conflict (year) do update set last = letter_number.last + 1 returning last
                        """).param(year).query(Integer.class).single();
    }

    @Override
    public boolean add(Letter letter) {
        return jdbc.sql("""
                        insert into reply_letter (id, petition_code, round, year, sequence, number, issued_at, authority, agency,
                            signer_title, signer_name, subject, addressee, text)
                        select :id, p.code, coalesce(parent.reopened, p.reopened), :year, :sequence, :number, :issued, :authority, :agency, :title, :name,
                               :subject, :addressee, :text
                          from petition p""" + WITH_PARENT + """
                         where p.code = :code
                            on conflict (petition_code, round) do nothing
                        """)
                        .param("id", letter.id())
                        .param("code", letter.petitionCode())
                        .param("year", letter.year())
                        .param("sequence", letter.sequence())
                        .param("number", letter.number())
                        .param("issued", timestamp(letter.issuedAt()))
                        .param("authority", letter.authority())
                        .param("agency", letter.agency())
                        .param("title", letter.signerTitle())
                        .param("name", letter.signerName())
                        .param("subject", letter.subject())
                        .param("addressee", letter.addressee())
                        .param("text", letter.text())
                        .update()
                == 1;
    }

    @Override
    public Optional<Letter> find(String id) {
        return jdbc.sql(FACTS + " where l.id = ?")
                .param(id)
                .query(JdbcReplyLetters::letter)
                .optional();
    }

    @Override
    public Optional<Letter> ofAnswer(String petitionCode) {
        return jdbc.sql(FACTS
                        + " join petition p on p.code = l.petition_code"
                        + WITH_PARENT
                        + " where p.code = ? and coalesce(parent.reopened, p.reopened) = l.round"
                        + " and case when parent.code is null then p.replied_at else parent.replied_at end is not null")
                .param(petitionCode)
                .query(JdbcReplyLetters::letter)
                .optional();
    }

    @Override
    public Optional<Letter> ofEarlierAnswer(String petitionCode, int round) {
        return jdbc.sql(FACTS
                        + " join petition p on p.code = l.petition_code"
                        + " join earlier_answer e on e.petition_code = coalesce(p.merged_into, p.code) and e.round = l.round"
                        + " where p.code = ? and l.round = ?")
                .params(petitionCode, round)
                .query(JdbcReplyLetters::letter)
                .optional();
    }

    @Override
    public Optional<byte[]> fileToKeep(String id) {
        return Optional.ofNullable(jdbc.sql("select pdf from reply_letter where id = ? for update")
                .param(id)
                .query((row, i) -> new byte[][] {row.getBytes("pdf")})
                .single()[0]);
    }

    @Override
    public void keep(String id, byte[] pdf, String sha256) {
        jdbc.sql("update reply_letter set pdf = ?, sha256 = ? where id = ? and pdf is null")
                .params(pdf, sha256, id)
                .update();
    }

    private static Letter letter(ResultSet row, int i) throws SQLException {
        return new Letter(
                row.getString("id"),
                row.getString("petition_code"),
                row.getInt("year"),
                row.getInt("sequence"),
                row.getString("number"),
                instant(row, "issued_at"),
                row.getString("authority"),
                row.getString("agency"),
                row.getString("signer_title"),
                row.getString("signer_name"),
                row.getString("subject"),
                row.getString("addressee"),
                row.getString("text"));
    }
}
