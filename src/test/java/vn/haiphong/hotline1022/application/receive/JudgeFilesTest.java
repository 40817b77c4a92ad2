package vn.haiphong.hotline1022.application.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.haiphong.hotline1022.application.port.FileInspection;
import vn.haiphong.hotline1022.application.port.FileInspection.Accepted;
import vn.haiphong.hotline1022.application.port.FileInspection.Inspected;
import vn.haiphong.hotline1022.application.port.FileInspection.Refused;
import vn.haiphong.hotline1022.application.port.FileInspection.Why;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

@Tag("A-22")
class JudgeFilesTest {

    private static final int MB = 1024 * 1024;

    private Inspected seen = new Accepted("image/jpeg", new byte[1], new byte[1]);
    private Verdict verdict = Verdict.OFF;
    private final JudgeFiles judge = new JudgeFiles(
            new FileInspection() {
                @Override
                public Inspected of(byte[] bytes) {
                    return seen;
                }

                @Override
                public byte[] withoutPlace(String mediaType, byte[] bytes) {
                    return bytes;
                }
            },
            bytes -> verdict,
            5,
            10,
            30);

    private record File(String name, long size, byte[] bytes) implements JudgeFiles.Upload {
        static File of(String name, int size) {
            return new File(name, size, new byte[size]);
        }
    }

    @Test
    void a_picture_has_another_limit_than_a_video() {
        assertThat(faults(File.of("a.jpg", 10 * MB))).isEmpty();
        assertThat(faults(File.of("a.jpg", 10 * MB + 1))).containsExactly("Tệp “a.jpg” lớn hơn 10 MB");
        seen = new Accepted("video/mp4", null, null);
        assertThat(faults(File.of("a.mp4", 30 * MB))).isEmpty();
        assertThat(faults(File.of("a.mp4", 30 * MB + 1))).containsExactly("Tệp “a.mp4” lớn hơn 30 MB");
    }

    @Test
    void what_is_too_large_for_anything_is_not_even_read() {
        var unreadable = new File("a.jpg", 31L * MB, null);

        assertThat(faults(unreadable)).containsExactly("Tệp “a.jpg” lớn hơn 30 MB");
    }

    @Test
    void an_empty_file_is_said_but_an_empty_part_of_a_form_is_none() {
        assertThat(faults(File.of("a.jpg", 0))).containsExactly("Tệp “a.jpg” rỗng");
        assertThat(faults(File.of("", 0), new File(null, 0, new byte[0]))).isEmpty();
    }

    @Test
    void of_several_files_each_faulty_one_is_named_and_none_is_kept() {
        var judged = judge.of(List.of(File.of("tốt.jpg", 5), File.of("rỗng.jpg", 0), File.of("to.jpg", 11 * MB)));

        assertThat(judged.faults())
                .extracting(Fault::vietnamese)
                .containsExactly("Tệp “rỗng.jpg” rỗng", "Tệp “to.jpg” lớn hơn 10 MB");
        assertThat(judged.files()).isEmpty();
        assertThat(judge.of(Collections.nCopies(6, File.of("a.jpg", 1))).faults())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"BROKEN, không mở được", "OTHER_KIND, không phải ảnh", "TOO_MANY_PIXELS, kích thước quá lớn"})
    void why_a_file_is_refused_is_said_plainly(Why why, String words) {
        seen = new Refused(why);

        assertThat(faults(File.of("a.jpg", 5))).singleElement().asString().contains("“a.jpg”", words);
    }

    @Test
    @Tag("A-51")
    void what_carries_a_virus_is_refused_and_what_nobody_could_scan_is_kept_unscanned() {
        verdict = Verdict.INFECTED;
        assertThat(faults(File.of("a.jpg", 5))).containsExactly("Tệp “a.jpg” có mã độc nên không được nhận");
        verdict = Verdict.AWAY;
        assertThat(judge.of(List.of(File.of("a.jpg", 5))).files())
                .singleElement()
                .satisfies(file -> assertThat(file.scanned()).isFalse());
        verdict = Verdict.CLEAN;
        assertThat(judge.of(List.of(File.of("a.jpg", 5))).files())
                .singleElement()
                .satisfies(file -> assertThat(file.scanned()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\ảnh\\đèn.jpg, đèn.jpg",
        "../../etc/passwd, passwd",
        "'a\"b<c>d:e|f?g*h.jpg', abcdefgh.jpg",
        "'   ', tep",
        "'..', '..'"
    })
    void a_name_is_the_last_part_of_a_path_without_what_is_no_text(String given, String name) {
        assertThat(JudgeFiles.cleaned(given)).isEqualTo(name);
    }

    @Test
    void a_refused_file_is_named_in_both_languages() {
        assertThat(judge.of(List.of(File.of("đèn.jpg", 0))).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.vietnamese()).contains("“đèn.jpg” rỗng");
                    assertThat(fault.english()).contains("“đèn.jpg” is empty");
                });
    }

    private List<String> faults(JudgeFiles.Upload... files) {
        return judge.of(List.of(files)).faults().stream().map(Fault::vietnamese).toList();
    }
}
