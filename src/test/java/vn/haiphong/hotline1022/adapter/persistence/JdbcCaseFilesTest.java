package vn.haiphong.hotline1022.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.application.port.Attachments;
import vn.haiphong.hotline1022.application.port.CaseFiles;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.domain.petition.PetitionState;
import vn.haiphong.hotline1022.support.Photos;
import vn.haiphong.hotline1022.support.TestPostgres;

class JdbcCaseFilesTest {

    private static final String CODE = "HP1022-240918-000001-1";

    private static final String OTHER = "HP1022-240918-000002-1";

    private DataSource source;
    private JdbcClient jdbc;
    private CaseFiles cases;

    @BeforeEach
    void aCaseInTheRegister() {
        source = TestPostgres.emptyRegister();
        jdbc = JdbcClient.create(source);
        cases = new JdbcCaseFiles(
                jdbc, new JdbcAttachments(jdbc), Clock.fixed(Instant.parse("2024-09-20T01:00:00Z"), ZoneOffset.UTC));
        jdbc.sql("""
                insert into agency (code, valid_from, valid_to, name, kind, source, confidence) values
                  ('TNHP', '2024-01-01', '2025-06-30', 'Thoát nước Hải Phòng', 'doanh_nghiep', 't', 'high'),
                  ('TNHP', '2025-07-01', null, 'Công ty Thoát nước Hải Phòng', 'doanh_nghiep', 't', 'high');
                insert into area (code, valid_from, name, kind, agency_code, source)
                  values ('304', '2024-01-01', 'Quận Ngô Quyền', 'quan', 'UB304', 't');
                insert into petition (code, tracking_key, state, channel, content, address, area_code, lat, lon, received_at,
                                      field, urgency, lead_agency, due_at)
                  values ('HP1022-240918-000001-1', 'K', 'DANG_XU_LY', 'voice', 'Cống tắc', '12 Lạch Tray', '304', 20.86, 106.68,
                          '2024-09-18T01:00:00Z', 'thoat_nuoc', 'ordinary', 'TNHP', '2024-09-23T10:00:00Z');
                insert into petitioner values ('HP1022-240918-000001-1', 'Nguyễn Văn A', '+84912345678', null);
                insert into handling (petition_code, agency_code, lead, state, assigned_at, basis)
                  values ('HP1022-240918-000001-1', 'TNHP', true, 'DANG_XU_LY', '2024-09-18T01:10:00Z', 'Bảng: thoát nước'),
                         ('HP1022-240918-000001-1', 'XYZ', false, 'CHO_NHAN', '2024-09-18T01:10:00Z', '');
                insert into deadline (petition_code, step, agency_code, limit_text, urgency, started_at, warn_at, due_at,
                                      original_due_at, ground)
                  values ('HP1022-240918-000001-1', 'handle', '', 'working P3D', 'ordinary', '2024-09-18T01:10:00Z',
                          '2024-09-20T01:00:00Z', '2024-09-23T10:00:00Z', '2024-09-20T10:00:00Z', 'Giả định A-06');
                insert into petition_event (petition_code, at, type, actor, agency_code, note, public_note) values
                  ('HP1022-240918-000001-1', '2024-09-18T01:00:00Z', 'received', 'citizen', null, 'Tiếp nhận', 'Đã gửi'),
                  ('HP1022-240918-000001-1', '2024-09-18T01:10:00Z', 'assigned', 'system', 'TNHP', null, 'Đã chuyển'),
                  ('HP1022-240918-000001-1', '2024-09-18T01:20:00Z', 'silent', 'system', null, null, null);
                insert into notice (key, petition_code, kind, recipient, subject, body_text, body_html, state, message_id, created_at)
                  values ('k', 'HP1022-240918-000001-1', 'receipt', 'a@b.vn', 'Báo nhận', 't', 'h', 'sent', '<m>', '2024-09-18T01:01:00Z');
                """).update();
        jdbc.sql("""
                        insert into attachment (petition_code, name, media_type, bytes, added_by, added_at)
                        values (?, 'ảnh.jpg', 'image/jpeg', ?, 'citizen', '2024-09-18T01:00:00Z')
                        """).params(CODE, "jpeg".getBytes(StandardCharsets.UTF_8)).update();
    }

    @Test
    void a_case_is_read_with_everything_that_belongs_to_it() {
        var found = cases.find(CODE).orElseThrow();

        assertThat(found.state()).isEqualTo(PetitionState.DANG_XU_LY);
        assertThat(found.area()).isEqualTo("Quận Ngô Quyền");
        assertThat(found.petitioner()).isEqualTo(new CaseFiles.Petitioner("Nguyễn Văn A", "+84912345678", null));
        assertThat(found.handlings())
                .extracting(CaseFiles.Handling::agencyName)
                .containsExactly("Thoát nước Hải Phòng", "XYZ");
        assertThat(found.events())
                .as("in order, without what says nothing")
                .extracting(CaseFiles.Event::note)
                .containsExactly("Tiếp nhận", "Đã chuyển");
        assertThat(found.letters()).extracting(CaseFiles.Letter::kind).containsExactly("receipt");
    }

    @Test
    void a_list_of_files_knows_their_size_and_whose_they_are() {
        new JdbcAttachments(jdbc)
                .add(
                        CODE,
                        Photos.checked("xong.jpg"),
                        Attachments.Purpose.after,
                        "tnhpofficer",
                        "TNHP",
                        Instant.parse("2024-09-19T01:00:00Z"));

        var files = cases.find(CODE).orElseThrow().files();

        assertThat(files).extracting(one -> one.file().name()).containsExactly("ảnh.jpg", "xong.jpg");
        assertThat(files).extracting(one -> one.file().size()).containsExactly(4L, (long) Photos.JPEG.length);
        assertThat(files).extracting(CaseFiles.File::agencyName).containsExactly("", "Thoát nước Hải Phòng");
    }

    @Test
    void an_unknown_code_finds_nothing() {
        assertThat(cases.find("HP1022-240918-000009-9")).isEmpty();
    }

    @Test
    void looks_are_kept_a_row_for_each_case_and_found_by_case_person_and_time() {
        var at = Instant.parse("2024-09-18T02:00:00Z");

        var reads = new JdbcPersonalReads(jdbc, source);

        reads.add(List.of(CODE, OTHER), "coordinator", at, "person", PersonalReads.Data.CONTACT);
        reads.add(List.of(CODE), "operator", at.plusSeconds(60), "case", PersonalReads.Data.CONFIDENTIAL);

        var all = new PersonalReads.Wanted(null, null, null, null);
        assertThat(reads.page(all, new Excerpt.Part("", false, 0, 2)).rows()).hasSize(2);
        assertThat(reads.page(all, new Excerpt.Part("", false, 1, 2)))
                .isEqualTo(new Excerpt<>(
                        List.of(new PersonalReads.Read(at, "coordinator", CODE, "person", "contact")), 3));
        var ofOne = new PersonalReads.Wanted(List.of(CODE), "operator", at, at.plusSeconds(61));
        var found = new java.util.ArrayList<PersonalReads.Read>();
        reads.forEach(ofOne, found::add);
        assertThat(found)
                .containsExactly(new PersonalReads.Read(at.plusSeconds(60), "operator", CODE, "case", "confidential"));
        assertThat(reads.figures(at, at.plusSeconds(61)))
                .containsExactly(
                        new PersonalReads.Figure("2024-09", "case", "confidential", 1, 1),
                        new PersonalReads.Figure("2024-09", "person", "contact", 2, 1));
    }
}
