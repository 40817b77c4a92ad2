package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.DataRequests;
import vn.haiphong.hotline1022.application.port.PersonalData.Person;

@Repository
class JdbcDataRequests implements DataRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    JdbcDataRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void withdrawn(String petitionCode, String note, Instant at, Instant dueAt) {
        jdbc.sql("""
                        insert into data_request (kind, petition_code, identified, note, asked_at, due_at, state, codes)
                        values ('withdrawal', :code, 'key', :note, :at, :due, 'open', array[:code])
                            on conflict (petition_code) where kind = 'withdrawal' and state = 'open' do nothing
                        """)
                .param("code", petitionCode)
                .param("note", note)
                .param("at", timestamp(at))
                .param("due", timestamp(dueAt))
                .update();
    }

    @Override
    public long propose(Kind kind, Proposal proposal, String by, Instant at, Instant dueAt) {
        return jdbc.sql("""
                        insert into data_request (kind, petition_code, name, phone, email, identified, note, asked_at, due_at,
                            state, proposed_by, proposed_at, codes)
                        values (:kind, :code, :name, :phone, :email, :identified, :note, :at, :due, 'proposed', :by, :at, :codes)
                        returning id
                        """)
                .param("kind", kind.name())
                .param("code", proposal.petitionCode())
                .param("name", proposal.person().name())
                .param("phone", proposal.person().phone())
                .param("email", proposal.person().email())
                .param("identified", proposal.identified())
                .param("note", proposal.note())
                .param("at", timestamp(at))
                .param("due", timestamp(dueAt))
                .param("by", by)
                .param("codes", proposal.codes().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Request> find(long id) {
        return jdbc.sql("select * from data_request where id = ?")
                .param(id)
                .query(JdbcDataRequests::request)
                .optional();
    }

    @Override
    public Optional<Request> findToDecide(long id) {
        return jdbc.sql("select * from data_request where id = ? for update")
                .param(id)
                .query(JdbcDataRequests::request)
                .optional();
    }

    @Override
    public List<Request> latest(int most) {
        return jdbc.sql("select * from data_request order by state in ('done', 'refused'), id desc limit ?")
                .param(most)
                .query(JdbcDataRequests::request)
                .list();
    }

    @Override
    public List<Request> waiting() {
        return jdbc.sql("select * from data_request where state = 'waiting' order by id")
                .query(JdbcDataRequests::request)
                .list();
    }

    @Override
    public void decided(long id, State state, String by, String note, Instant at) {
        jdbc.sql("update data_request set state = ?, decided_by = ?, decision_note = ?, decided_at = ?,"
                        + " done_at = case when ? in ('refused', 'done') then ?::timestamptz end where id = ?")
                .params(state.name(), by, note, timestamp(at), state.name(), timestamp(at), id)
                .update();
    }

    @Override
    public void carriedOut(long id, State state, Map<String, Long> counts, boolean forget, Instant at) {
        jdbc.sql("""
                        update data_request set state = :state, counts = cast(:counts as jsonb),
                            done_at = case when :state = 'done' then cast(:at as timestamptz) end,
                            name = case when :forget then null else name end,
                            phone = case when :forget then null else phone end,
                            email = case when :forget then null else email end,
                            note = case when :forget then '' else note end
                         where id = :id
                        """)
                .param("state", state.name())
                .param("counts", written(counts))
                .param("forget", forget)
                .param("at", timestamp(at))
                .param("id", id)
                .update();
    }

    private static Request request(ResultSet row, int i) throws SQLException {
        return new Request(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("petition_code"),
                new Person(row.getString("name"), row.getString("phone"), row.getString("email")),
                row.getString("identified"),
                row.getString("note"),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision_note"),
                List.of((String[]) row.getArray("codes").getArray()),
                instant(row, "done_at"),
                read(row.getString("counts")));
    }

    private static Map<String, Long> read(String counts) {
        try {
            return JSON.readValue(counts, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Map<String, Long> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
