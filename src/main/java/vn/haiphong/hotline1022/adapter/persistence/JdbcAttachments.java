package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;
import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.timestamp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.CheckedFile;

@Repository
class JdbcAttachments implements Attachments {

    private final JdbcClient jdbc;

    JdbcAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String code, CheckedFile file, Purpose purpose, String addedBy, String agency, Instant at) {
        jdbc.sql("""
                        insert into attachment (petition_code, name, media_type, bytes, copy, thumbnail, purpose, scan, scanned_at,
                                                added_by, agency_code, added_at)
                        values (:code, :name, :type, :bytes, :copy, :thumbnail, :purpose, :scan, :scannedAt, :addedBy, :agency, :at)
                        """)
                .param("code", code)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("copy", file.copy(), java.sql.Types.BINARY)
                .param("thumbnail", file.thumbnail(), java.sql.Types.BINARY)
                .param("purpose", purpose.name())
                .param("scan", (file.scanned() ? Scan.clean : Scan.none).name())
                .param("scannedAt", file.scanned() ? timestamp(at) : null, java.sql.Types.TIMESTAMP)
                .param("addedBy", addedBy)
                .param("agency", agency)
                .param("at", timestamp(at))
                .update();
    }

    @Override
    public List<Attachment> of(String code) {
        return jdbc.sql("""
                        select id, name, media_type, octet_length(bytes) as size, purpose, scan, added_by, agency_code, added_at
                          from attachment where petition_code = ? order by id
                        """)
                .param(code)
                .query((row, i) -> new Attachment(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        Purpose.valueOf(row.getString("purpose")),
                        Scan.valueOf(row.getString("scan")),
                        row.getString("added_by"),
                        row.getString("agency_code"),
                        instant(row, "added_at")))
                .list();
    }

    @Override
    public Optional<byte[]> bytes(long id, Part part) {
        return jdbc.sql("select " + part.name() + " from attachment where id = ?")
                .param(id)
                .query((row, i) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(found -> found);
    }

    @Override
    public boolean scanned(long id, boolean clean, Instant at) {
        return jdbc.sql("update attachment set scan = ?, scanned_at = ? where id = ? and scan = 'none'")
                        .params((clean ? Scan.clean : Scan.infected).name(), timestamp(at), id)
                        .update()
                == 1;
    }

    @Override
    public Optional<Unscanned> takeUnscanned(Instant now, Instant triedBefore) {
        return jdbc.sql("""
                        update attachment set scan_tried_at = :now
                         where id = (select id from attachment
                                      where scan = 'none' and (scan_tried_at is null or scan_tried_at < :before)
                                      order by scan_tried_at nulls first, id limit 1 for update skip locked)
                        returning id, petition_code, name
                        """)
                .param("now", timestamp(now))
                .param("before", timestamp(triedBefore))
                .query((row, i) ->
                        new Unscanned(row.getLong("id"), row.getString("petition_code"), row.getString("name")))
                .optional();
    }

    @Override
    public void shown(long id, byte[] copy, byte[] thumbnail) {
        jdbc.sql("update attachment set copy = ?, thumbnail = ? where id = ?")
                .params(copy, thumbnail, id)
                .update();
    }
}
