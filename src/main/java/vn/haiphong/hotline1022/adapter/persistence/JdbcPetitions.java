package vn.haiphong.hotline1022.adapter.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.application.port.Receipt;
import vn.haiphong.hotline1022.domain.petition.Ending;
import vn.haiphong.hotline1022.domain.petition.EvidenceDemand;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;

@Repository
class JdbcPetitions implements Petitions {

    private static final String FACTS = """
            select code, state, channel, content, address, area_code, outside_territory, received_at, confidential, kind,
                   category, field, urgency, lead_agency, due_at, original_due_at, reply_text, replied_at, rating, reopened
              from petition
            """;

    /**
     * The fact the figures are counted from (ADR 0012), in the statement that makes it true. What is known already stays:
     * a case that is closed after its answer was finished by the answer.
     */
    private static final String KEEP_FACT = """
            insert into case_fact (petition_code, round, outcome, agency_code, field, began_at, finished_at, due_at,
                                   original_due_at, extensions, ending, planned_until)
            select p.code, p.reopened,
                   case p.state when 'TU_CHOI' then 'refused' when 'HUONG_DAN' then 'referred' when 'GOP' then 'merged'
                                when 'TAM_DONG' then 'laid-aside' else 'answered' end,
                   coalesce(p.lead_agency, ''), case when p.confidential then 'mat' else coalesce(p.field, '') end,
                   began.at, coalesce(p.replied_at, p.closed_at), p.due_at, p.original_due_at,
                   (select coalesce(sum(h.extensions), 0) from handling h
                     where h.petition_code = p.code and h.assigned_at >= began.at),
                   case when p.replied_at is not null then p.ending end, p.planned_until
              from p, lateral (select coalesce((select f.reopened_at from case_fact f
                                where f.petition_code = p.code and f.round = p.reopened - 1), p.received_at) as at) began
                on conflict do nothing
            """;

    private final JdbcClient jdbc;

    JdbcPetitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long nextNumber() {
        return jdbc.sql("select nextval('petition_number')").query(Long.class).single();
    }

    @Override
    public void add(NewEntry entry) {
        jdbc.sql("""
                        insert into petition (code, tracking_key, state, channel, content, address, area_code,
                            outside_territory, lat, lon, occurred_at, received_at, consent_to_publish, idempotency_key,
                            idempotency_digest)
                        values (:code, :key, 'MOI', :channel, :content, :address, :area, :outside, :lat, :lon, :occurred,
                            :received, :consent, :idempotencyKey, :digest)
                        """)
                .param("code", entry.code())
                .param("key", entry.trackingKey())
                .param("channel", entry.channel())
                .param("content", entry.content())
                .param("address", entry.address())
                .param("area", entry.areaCode())
                .param("outside", entry.outsideTerritory())
                .param("lat", entry.lat())
                .param("lon", entry.lon())
                .param("occurred", timestamp(entry.occurredAt()))
                .param("received", timestamp(entry.receivedAt()))
                .param("consent", entry.consentToPublish())
                .param("idempotencyKey", entry.idempotencyKey())
                .param("digest", entry.idempotencyKey() == null ? null : entry.idempotencyDigest())
                .update();
        var petitioner = entry.petitioner();
        jdbc.sql("insert into petitioner (petition_code, name, phone, email, tell_by) values (?, ?, ?, ?, ?)")
                .params(entry.code(), petitioner.name(), petitioner.phone(), petitioner.email(), petitioner.tellBy())
                .update();
    }

    @Override
    public int sentWithPhone(String phone, Instant since) {
        return jdbc.sql("""
                        select count(*) from petition p join petitioner s on s.petition_code = p.code
                         where s.phone = ? and p.received_at > ?
                        """)
                .params(phone, timestamp(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<String> lastOfPhone(String phone) {
        return jdbc.sql("""
                        select p.code from petition p join petitioner s on s.petition_code = p.code
                         where s.phone = ? order by p.received_at desc, p.code desc limit 1
                        """).param(phone).query(String.class).optional();
    }

    @Override
    public void addPart(String code, String partOf, String content, Instant receivedAt) {
        jdbc.sql("""
                        insert into petition (code, tracking_key, state, channel, content, address, area_code,
                            outside_territory, lat, lon, occurred_at, received_at, consent_to_publish)
                        select :code, tracking_key, 'MOI', channel, :content, address, area_code, outside_territory, lat,
                               lon, occurred_at, :received, consent_to_publish
                          from petition where code = :whole
                        """)
                .param("code", code)
                .param("content", content)
                .param("received", timestamp(receivedAt))
                .param("whole", partOf)
                .update();
        jdbc.sql("insert into petitioner select ?, name, phone, email, tell_by from petitioner where petition_code = ?")
                .params(code, partOf)
                .update();
        jdbc.sql("insert into consent (petition_code, purpose, given_at, channel, means, wording, recorded_by)"
                        + " select ?, purpose, given_at, channel, means, wording, recorded_by from consent"
                        + " where petition_code = ? and withdrawn_at is null")
                .params(code, partOf)
                .update();
        jdbc.sql("""
                        insert into attachment (petition_code, name, media_type, bytes, copy, thumbnail, scan, scanned_at,
                                                added_by, added_at)
                        select ?, name, media_type, bytes, copy, thumbnail, scan, scanned_at, added_by, added_at
                          from attachment where petition_code = ? and purpose = 'sent' order by id
                        """).params(code, partOf).update();
    }

    @Override
    public Petition get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("No petition " + code));
    }

    @Override
    public Optional<Petition> find(String code) {
        return jdbc.sql(FACTS + " where code = ?")
                .param(code)
                .query(JdbcPetitions::petition)
                .optional();
    }

    @Override
    public Optional<Petition> findToChange(String code) {
        return jdbc.sql(FACTS + " where code = ? for update")
                .param(code)
                .query(JdbcPetitions::petition)
                .optional();
    }

    @Override
    public Optional<Petition> findWithTrackingKey(String code, String key) {
        return jdbc.sql(FACTS + " where code = ? and tracking_key = ?")
                .params(code, TrackingKey.typed(key))
                .query(JdbcPetitions::petition)
                .optional();
    }

    @Override
    public Optional<KnownRequest> findByIdempotencyKey(String key) {
        return jdbc.sql(
                        "select code, tracking_key, received_at, idempotency_digest from petition where idempotency_key = ?")
                .param(key)
                .query((row, i) -> new KnownRequest(
                        new Receipt(
                                new PetitionCode(row.getString("code")),
                                row.getString("tracking_key"),
                                instant(row, "received_at")),
                        row.getString("idempotency_digest")))
                .optional();
    }

    @Override
    public Petitioner petitionerOf(String code) {
        return jdbc.sql("select name, phone, email, tell_by from petitioner where petition_code = ?")
                .param(code)
                .query((row, i) ->
                        new Petitioner(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional()
                .orElse(Petitioner.ANONYMOUS);
    }

    @Override
    public String trackingKeyOf(String code) {
        return jdbc.sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    @Override
    public List<Petition> recent(String field, Petition petition, Instant since) {
        return jdbc.sql(FACTS + """
                         where coalesce(field, proposed_field) = :field and received_at >= :since and closed_at is null
                           and (received_at, code) < (:received, :code)
                           and (area_code = :area or area_code is null or :area::text is null)
                         order by received_at desc limit 50
                        """)
                .param("field", field)
                .param("area", petition.areaCode(), java.sql.Types.VARCHAR)
                .param("since", timestamp(since))
                .param("received", timestamp(petition.receivedAt()))
                .param("code", petition.code())
                .query(JdbcPetitions::petition)
                .list();
    }

    @Override
    public void wishesToJoin(String code, String other) {
        jdbc.sql("update petition set wishes_to_join = ? where code = ?")
                .params(other, code)
                .update();
    }

    @Override
    public Optional<String> wishedParentOf(String code) {
        return jdbc.sql("select wishes_to_join from petition where code = ? and wishes_to_join is not null")
                .param(code)
                .query(String.class)
                .optional();
    }

    @Override
    public void placed(String code, String areaCode) {
        jdbc.sql("update petition set area_code = ? where code = ?")
                .params(areaCode, code)
                .update();
    }

    @Override
    public void proposed(String code, String field) {
        jdbc.sql("update petition set proposed_field = ? where code = ?")
                .params(field, code)
                .update();
    }

    @Override
    public void classified(
            String code,
            PetitionState state,
            String kind,
            String category,
            String field,
            String urgency,
            String areaCode,
            boolean confidential) {
        jdbc.sql("""
                        update petition set state = ?, kind = ?, category = ?, field = ?, urgency = ?, area_code = ?,
                            confidential = confidential or ?, phone_opens = true where code = ?
                        """)
                .params(state.name(), kind, category, field, urgency, areaCode, confidential, code)
                .update();
    }

    @Override
    public void opensByPhone(String code, boolean opens) {
        jdbc.sql("update petition set phone_opens = ? where code = ?")
                .params(opens, code)
                .update();
    }

    @Override
    public void told(String code, String words) {
        jdbc.sql("update petition set told = ? where code = ?")
                .params(words, code)
                .update();
    }

    @Override
    public Optional<String> toldOf(String code) {
        return jdbc.sql("select told from petition where code = ? and told is not null")
                .param(code)
                .query(String.class)
                .optional();
    }

    @Override
    public void closed(String code, PetitionState state, String reason, String replyText, Instant at) {
        jdbc.sql("""
                        with p as (
                        update petition set state = ?, decision_reason = ?, reply_text = coalesce(?, reply_text),
                            replied_at = case when ?::text is null then replied_at else ? end, closed_at = ? where code = ?
                        returning *)
                        """ + KEEP_FACT)
                .params(state.name(), reason, replyText, replyText, timestamp(at), timestamp(at), code)
                .update();
    }

    @Override
    public void merged(String code, String into, Instant at) {
        jdbc.sql(
                        "with p as (update petition set state = 'GOP', merged_into = ?, closed_at = ? where code = ? returning *) "
                                + KEEP_FACT)
                .params(into, timestamp(at), code)
                .update();
    }

    @Override
    public Optional<String> parentOf(String code) {
        return jdbc.sql("select merged_into from petition where code = ? and merged_into is not null")
                .param(code)
                .query(String.class)
                .optional();
    }

    @Override
    public List<String> joinedTo(String code) {
        return jdbc.sql("select code from petition where merged_into = ? order by received_at, code")
                .param(code)
                .query(String.class)
                .list();
    }

    @Override
    public void rejoined(String code, String into) {
        jdbc.sql("update petition set merged_into = ? where merged_into = ?")
                .params(into, code)
                .update();
    }

    @Override
    public void confidential(String code) {
        jdbc.sql("update petition set confidential = true where code = ?")
                .param(code)
                .update();
    }

    @Override
    public void assigned(String code, String leadAgency, PetitionState state) {
        jdbc.sql("update petition set lead_agency = ?, state = ? where code = ?")
                .params(leadAgency, state.name(), code)
                .update();
    }

    @Override
    public void demandsEvidence(String code, EvidenceDemand demand) {
        jdbc.sql("update petition set evidence = ?, evidence_since = ? where code = ?")
                .params(demand.what(), timestamp(demand.since()), code)
                .update();
    }

    @Override
    public EvidenceDemand evidenceDemandedOf(String code) {
        return jdbc.sql("select evidence, evidence_since from petition where code = ?")
                .param(code)
                .query((row, i) -> EvidenceDemand.of(row.getString(1), instant(row, "evidence_since")))
                .single();
    }

    @Override
    public void dueAt(String code, Instant dueAt) {
        jdbc.sql(
                        "update petition set due_at = :due, original_due_at = coalesce(original_due_at, :due) where code = :code")
                .param("due", timestamp(dueAt))
                .param("code", code)
                .update();
    }

    @Override
    public void state(String code, PetitionState state) {
        jdbc.sql("update petition set state = ? where code = ?")
                .params(state.name(), code)
                .update();
    }

    @Override
    public void ends(String code, Ending ending) {
        jdbc.sql("update petition set ending = ?, planned_until = ?, handed_to = ? where code = ?")
                .params(ending.kind().key(), ending.plannedUntil(), ending.handedTo(), code)
                .update();
    }

    @Override
    public Optional<Ending> endingOf(String code) {
        return jdbc.sql("select ending, planned_until, handed_to from petition where code = ? and ending is not null")
                .param(code)
                .query((row, i) -> ending(row))
                .optional();
    }

    @Override
    public void drafted(String code, String replyText, PetitionState state) {
        jdbc.sql("update petition set reply_text = ?, state = ? where code = ?")
                .params(replyText, state.name(), code)
                .update();
    }

    @Override
    public void answered(String code, String replyText, Instant at) {
        jdbc.sql("with p as (update petition set reply_text = ?, replied_at = ?, state = 'DA_TRA_LOI' where code = ?"
                        + " returning *) " + KEEP_FACT)
                .params(replyText, timestamp(at), code)
                .update();
    }

    @Override
    public void asked(String code, String question) {
        jdbc.sql("update petition set question = ?, state = 'CHO_BO_SUNG' where code = ?")
                .params(question, code)
                .update();
    }

    @Override
    public boolean wasAsked(String code) {
        return jdbc.sql("select question is not null from petition where code = ?")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<String> questionOf(String code) {
        return jdbc.sql("select question from petition where code = ? and question is not null")
                .param(code)
                .query(String.class)
                .optional();
    }

    @Override
    public void supplemented(String code, String content, PetitionState state) {
        jdbc.sql("update petition set content = ?, state = ? where code = ?")
                .params(content, state.name(), code)
                .update();
    }

    @Override
    public void rated(String code, int rating, String reason, Instant at) {
        jdbc.sql("""
                        with p as (update petition set rating = ?, rating_reason = ? where code = ? returning *)
                        update case_fact f set rating = p.rating, rated_at = ?
                          from p where f.petition_code = p.code and f.round = p.reopened
                        """).params(rating, reason, code, timestamp(at)).update();
    }

    @Override
    public void ratedByJoined(String code, int rating, String reason) {
        jdbc.sql("update petition set rating = ?, rating_reason = ? where code = ?")
                .params(rating, reason, code)
                .update();
    }

    @Override
    public void calledBack(String code, String outcome, String by, Instant at) {
        jdbc.sql("""
                        insert into satisfaction_call (petition_code, round, agency_code, outcome, called_by, called_at)
                        select code, reopened, coalesce(lead_agency, ''), ?, ?, ? from petition where code = ?
                            on conflict (petition_code, round) do update
                           set outcome = excluded.outcome, called_by = excluded.called_by, called_at = excluded.called_at
                        """).params(outcome, by, timestamp(at), code).update();
    }

    @Override
    public void planChecked(String code, LocalDate plannedUntil, String outcome, String by, Instant at) {
        jdbc.sql("""
                        insert into plan_check (petition_code, round, planned_until, agency_code, outcome, checked_by, checked_at)
                        select code, reopened, ?, coalesce(lead_agency, ''), ?, ?, ? from petition where code = ?
                        """).params(plannedUntil, outcome, by, timestamp(at), code).update();
    }

    @Override
    public void reopened(String code, String urgency, Instant at) {
        jdbc.sql("""
                        with before as (select * from petition where code = :code),
                        kept as (
                        insert into earlier_answer (petition_code, round, text, answered_at, ending, planned_until, handed_to)
                        select code, reopened, reply_text, replied_at, ending, planned_until, handed_to
                          from before where replied_at is not null and reply_text is not null
                            on conflict do nothing),
                        joined as (
                        update petition set rating = null, rating_reason = null where merged_into = :code),
                        p as (
                        update petition set state = 'MO_LAI', reopened = reopened + 1, rating = null, rating_reason = null,
                            replied_at = null, closed_at = null, original_due_at = null, ending = null, planned_until = null, handed_to = null,
                            urgency = :urgency where code = :code returning *)
                        update case_fact f set reopened_at = :at
                          from p where f.petition_code = p.code and f.round = p.reopened - 1
                        """)
                .param("code", code)
                .param("urgency", urgency)
                .param("at", timestamp(at))
                .update();
    }

    private static Petition petition(ResultSet row, int i) throws SQLException {
        return new Petition(
                row.getString("code"),
                PetitionState.valueOf(row.getString("state")),
                row.getString("channel"),
                row.getString("content"),
                row.getString("address"),
                row.getString("area_code"),
                row.getBoolean("outside_territory"),
                instant(row, "received_at"),
                row.getBoolean("confidential"),
                row.getString("kind"),
                row.getString("category"),
                row.getString("field"),
                row.getString("urgency"),
                row.getString("lead_agency"),
                instant(row, "due_at"),
                instant(row, "original_due_at"),
                row.getString("reply_text"),
                instant(row, "replied_at"),
                (Integer) row.getObject("rating", Integer.class),
                row.getInt("reopened"));
    }

    /** @return null if the answer says nothing of it, as those given before endings were kept */
    static Ending ending(ResultSet row) throws SQLException {
        var kind = row.getString("ending");
        return kind == null
                ? null
                : new Ending(
                        Ending.Kind.of(kind).orElseThrow(),
                        row.getObject("planned_until", LocalDate.class),
                        row.getString("handed_to"));
    }

    static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
