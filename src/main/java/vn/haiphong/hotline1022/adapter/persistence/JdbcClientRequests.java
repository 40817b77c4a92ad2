package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.ClientRequests;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.PetitionState;

@Repository
class JdbcClientRequests implements ClientRequests {

    private static final String PUBLISHED = "p.consent_to_publish and not p.confidential";

    /** Contact data and long numbers are no words to look for: one could guess a telephone digit by digit. */
    private static final String WITHOUT_CONTACTS =
            "regexp_replace(p.content, '\\S*@\\S*|\\+?\\d[\\d .()-]{4,}\\d', ' ', 'g')";

    /** While it is open again, the text of the answer may be a draft. */
    private static final String SAID =
            "case when p.replied_at is not null and p.state in ('DA_TRA_LOI', 'DONG', 'TU_CHOI', 'HUONG_DAN') then p.reply_text end";

    private static final String LAST_TOLD = """
             cross join lateral (select max(at) as at from petition_event
                                  where petition_code = p.code and public_note is not null) told
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClientRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void alone(long keyId, String digest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 311))")
                .param(keyId + " " + digest)
                .query((row, i) -> true)
                .single();
    }

    @Override
    public Optional<String> repeated(long keyId, String digest, Instant since) {
        return jdbc.sql("""
                        select petition_code from client_request where key_id = ? and digest = ? and received_at >= ?
                         order by received_at desc limit 1
                        """)
                .params(keyId, digest, timestamp(since))
                .query(String.class)
                .optional();
    }

    @Override
    public void add(Sent sent) {
        jdbc.sql("""
                        insert into client_request (petition_code, key_id, jurisdiction_id, service_code, field, category, account_id,
                            device_id, media_url, digest, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        sent.code(),
                        sent.keyId(),
                        sent.jurisdiction(),
                        sent.service(),
                        sent.field(),
                        sent.category(),
                        sent.accountId(),
                        sent.deviceId(),
                        sent.mediaUrl(),
                        sent.digest(),
                        timestamp(sent.receivedAt()))
                .update();
    }

    @Override
    public Optional<Choice> choice(String code) {
        return jdbc.sql("select field, category from client_request where petition_code = ? and category is not null")
                .param(code)
                .query((row, i) -> new Choice(row.getString("field"), row.getString("category")))
                .optional();
    }

    /** First the page, by an index in its order; only then what else is told of each. */
    @Override
    public List<Found> find(Reader reader, Wanted wanted) {
        var params = new HashMap<String, Object>();
        params.put("now", timestamp(clock.instant()));
        return jdbc.sql(question(reader, wanted, params))
                .params(params)
                .query(JdbcClientRequests::found)
                .list();
    }

    /** @param params gets its values */
    static String question(Reader reader, Wanted wanted, Map<String, Object> params) {
        var byUpdate = wanted.byUpdate() || wanted.updatedTo() != null;
        var direction = wanted.oldestFirst() ? " asc" : " desc";
        var order = (wanted.byUpdate() ? "told.at" : "p.received_at") + direction + ", p.code" + direction;
        var page = "select p.*, o.service_code as chosen, o.field as chosen_field, "
                + readable(reader, params)
                + " as readable from petition p"
                + " left join client_request o on o.petition_code = p.code"
                + (byUpdate ? LAST_TOLD : "")
                + " where " + String.join(" and ", conditions(reader, wanted, params))
                + " order by " + order + " offset :offset limit :limit";
        params.put("offset", wanted.offset());
        params.put("limit", wanted.limit());
        return "select p.*, " + SAID + " as said, told.at as told_at, a.name as agency_name from (" + page + ") p"
                + LAST_TOLD + NameOnDay.ofAgency("p.lead_agency", "coalesce(p.closed_at, :now)", "a")
                + " order by " + order;
    }

    private static List<String> conditions(Reader reader, Wanted wanted, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        if (wanted.codes() != null) {
            // Who sent it knows the number, and by the specification asks without a key how it stands.
            conditions.add("(" + readable(reader, params) + " or o.petition_code is not null and not p.confidential)");
            conditions.add(ofCity(reader, params));
            conditions.add("p.code = any(:codes)");
            params.put("codes", wanted.codes().toArray(String[]::new));
            return conditions;
        }
        conditions.add(visible(reader, params));
        if (wanted.fields() != null) {
            conditions.add("coalesce(p.field, o.field, 'khong_ro') = any(:fields)");
            params.put("fields", wanted.fields().toArray(String[]::new));
        }
        moment(conditions, params, "p.received_at >= ", "from", wanted.from());
        moment(conditions, params, "p.received_at <= ", "to", wanted.to());
        if (wanted.updatedFrom() != null) {
            conditions.add(
                    "p.code in (select petition_code from petition_event where public_note is not null and at >= :updatedFrom)");
            params.put("updatedFrom", timestamp(wanted.updatedFrom()));
        }
        moment(conditions, params, "told.at <= ", "updatedTo", wanted.updatedTo());
        if (wanted.closed() != null) {
            conditions.add("p.state = any(:states)");
            params.put(
                    "states",
                    Arrays.stream(PetitionState.values())
                            .filter(state -> state.isOver() == wanted.closed())
                            .map(PetitionState::name)
                            .toArray(String[]::new));
        }
        if (wanted.words() != null) {
            conditions.add("position(lower(:words) in lower(" + WITHOUT_CONTACTS + ")) > 0");
            params.put("words", wanted.words());
        }
        if (wanted.radius() != null) {
            conditions.add("""
                    p.lat is not null and p.lon is not null
                    and power((round(p.lat::numeric, 3)::float8 - :lat) * 111320, 2)
                      + power((round(p.lon::numeric, 3)::float8 - :lon) * 111320 * cos(radians(:lat)), 2)
                        <= power(:radius, 2)
                    """);
            params.put("lat", wanted.lat());
            params.put("lon", wanted.lon());
            params.put("radius", wanted.radius());
        }
        return conditions;
    }

    private static void moment(
            List<String> conditions, Map<String, Object> params, String condition, String name, Instant at) {
        if (at != null) {
            conditions.add(condition + ":" + name);
            params.put(name, timestamp(at));
        }
    }

    private static String visible(Reader reader, Map<String, Object> params) {
        return readable(reader, params) + " and " + ofCity(reader, params);
    }

    private static String ofCity(Reader reader, Map<String, Object> params) {
        params.put("jurisdiction", reader.jurisdiction());
        return reader.home()
                ? "coalesce(o.jurisdiction_id, :jurisdiction) = :jurisdiction"
                : "o.jurisdiction_id = :jurisdiction";
    }

    private static String readable(Reader reader, Map<String, Object> params) {
        if (reader.keyId() == null) {
            return "(" + PUBLISHED + ")";
        }
        params.put("key", reader.keyId());
        return "(" + PUBLISHED + " or o.key_id = :key)";
    }

    private static Found found(ResultSet row, int i) throws SQLException {
        var answered = row.getString("state").equals(PetitionState.DA_TRA_LOI.name());
        var decided = row.getString("field");
        return new Found(
                row.getString("code"),
                PetitionState.valueOf(row.getString("state")),
                row.getBoolean("confidential"),
                row.getBoolean("readable"),
                row.getString("channel"),
                row.getString("chosen"),
                decided == null ? row.getString("chosen_field") : decided,
                row.getString("content"),
                row.getString("address"),
                row.getString("area_code"),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class),
                instant(row, "received_at"),
                instant(row, "told_at"),
                instant(row, answered ? "replied_at" : "closed_at"),
                instant(row, "due_at"),
                row.getString("agency_name"),
                row.getString("told"),
                row.getString("said"),
                Ending.Kind.of(row.getString("ending")).orElse(null),
                row.getString("merged_into"));
    }

    @Override
    public List<Update> updates(Reader reader, Instant from, Instant to, List<String> codes, int offset, int limit) {
        var params = new HashMap<String, Object>();
        var visible = visible(reader, params);
        params.put("from", timestamp(from));
        params.put("to", timestamp(to));
        params.put("offset", offset);
        params.put("limit", limit);
        if (codes != null) {
            params.put("codes", codes.toArray(String[]::new));
        }
        return jdbc.sql("select e.id, e.petition_code, e.at, e.type, e.public_note, p.state, p.confidential, " + SAID
                        + """
\s                        as said from petition_event e join petition p on p.code = e.petition_code
                          left join client_request o on o.petition_code = p.code
                         where e.public_note is not null and e.at between :from and :to and\s""" + visible
                        + (codes == null ? "" : " and e.petition_code = any(:codes)")
                        + " order by e.at, e.id offset :offset limit :limit")
                .params(params)
                .query((row, i) -> new Update(
                        row.getLong("id"),
                        row.getString("petition_code"),
                        instant(row, "at"),
                        row.getString("type"),
                        row.getString("public_note"),
                        PetitionState.valueOf(row.getString("state")),
                        row.getString("said"),
                        row.getBoolean("confidential")))
                .list();
    }

    @Override
    public Optional<Long> addUpdate(String code, long keyId, String clientId, Instant at) {
        return jdbc.sql("""
                        insert into client_update (petition_code, key_id, client_id, received_at) values (?, ?, ?, ?)
                            on conflict do nothing returning id
                        """)
                .params(code, keyId, clientId, timestamp(at))
                .query(Long.class)
                .optional();
    }

    @Override
    public long updateOf(String code, long keyId, String clientId) {
        return jdbc.sql("select id from client_update where petition_code = ? and key_id = ? and client_id = ?")
                .params(code, keyId, clientId)
                .query(Long.class)
                .single();
    }
}
