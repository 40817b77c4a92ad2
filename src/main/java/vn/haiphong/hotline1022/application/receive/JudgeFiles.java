package vn.haiphong.hotline1022.application.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.FileInspection;
import vn.haiphong.hotline1022.application.port.FileInspection.Accepted;
import vn.haiphong.hotline1022.application.port.FileInspection.Refused;
import vn.haiphong.hotline1022.application.port.VirusScan;
import vn.haiphong.hotline1022.application.port.VirusScan.Verdict;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/**
 * Which files are taken, whoever sends them and at whichever door (Giả định A-22). It reads, draws and asks the scanner, which
 * takes its time: before a transaction, never in one.
 */
@Component
public class JudgeFiles {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int LONGEST_NAME = 100;

    private final FileInspection inspection;
    private final VirusScan scan;
    private final int most;
    private final int largest;
    private final int largestVideo;

    JudgeFiles(
            FileInspection inspection,
            VirusScan scan,
            @Value("${hotline.files.most}") int most,
            @Value("${hotline.files.largest-mb}") int largest,
            @Value("${hotline.files.largest-video-mb}") int largestVideo) {
        this.inspection = inspection;
        this.scan = scan;
        this.most = most;
        this.largest = largest;
        this.largestVideo = largestVideo;
    }

    /** What came in, still unread. */
    public interface Upload {

        String name();

        long size();

        byte[] bytes();

        /** As it lies in a request, which is read when it is asked for. */
        static Upload of(String name, long size, Content content) {
            return new Upload() {

                @Override
                public String name() {
                    return name;
                }

                @Override
                public long size() {
                    return size;
                }

                @Override
                public byte[] bytes() {
                    try {
                        return content.read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }

        interface Content {

            byte[] read() throws IOException;
        }
    }

    /** @param faults none: all files may be kept; else none is */
    public record Judged(List<CheckedFile> files, List<Fault> faults) {}

    public Judged of(List<? extends Upload> uploads) {
        // A browser sends one empty part without a name when nothing was chosen.
        var chosen = uploads.stream()
                .filter(file ->
                        file.size() > 0 || file.name() != null && !file.name().isBlank())
                .toList();
        if (chosen.size() > most) {
            return new Judged(
                    List.of(),
                    List.of(fault(
                            "Tối đa " + most + " tệp, đang chọn " + chosen.size() + " tệp",
                            "At most " + most + " files")));
        }
        var files = new ArrayList<CheckedFile>();
        var faults = new ArrayList<Fault>();
        chosen.forEach(file -> judge(file, files, faults));
        return new Judged(faults.isEmpty() ? files : List.of(), faults);
    }

    /** So large that it need not be read to know. */
    public long largestBytes() {
        return Math.max(largest, largestVideo) * MEGABYTE;
    }

    private void judge(Upload upload, List<CheckedFile> files, List<Fault> faults) {
        var name = cleaned(upload.name());
        if (upload.size() == 0) {
            faults.add(fault("Tệp “" + name + "” rỗng", "“" + name + "” is empty"));
        } else if (upload.size() > largestBytes()) {
            faults.add(tooLarge(name, Math.max(largest, largestVideo)));
        } else {
            var bytes = upload.bytes();
            var seen = inspection.of(bytes);
            if (seen instanceof Refused refused) {
                faults.add(fault(refused, name));
            } else {
                judge(name, bytes, (Accepted) seen, files, faults);
            }
        }
    }

    private void judge(String name, byte[] bytes, Accepted seen, List<CheckedFile> files, List<Fault> faults) {
        var allowed = seen.isVideo() ? largestVideo : largest;
        if (bytes.length > allowed * MEGABYTE) {
            faults.add(tooLarge(name, allowed));
            return;
        }
        var verdict = scan.of(bytes);
        if (verdict == Verdict.INFECTED) {
            faults.add(fault(
                    "Tệp “" + name + "” có mã độc nên không được nhận",
                    "“" + name + "” carries a virus and was not taken"));
            return;
        }
        files.add(new CheckedFile(
                name, seen.mediaType(), bytes, seen.copy(), seen.thumbnail(), verdict == Verdict.CLEAN));
    }

    private static Fault tooLarge(String name, int megabytes) {
        return fault(
                "Tệp “" + name + "” lớn hơn " + megabytes + " MB", "“" + name + "” has more than " + megabytes + " MB");
    }

    private static Fault fault(Refused refused, String name) {
        return switch (refused.why()) {
            case OTHER_KIND ->
                fault(
                        "Tệp “" + name + "” không phải ảnh JPG, PNG, tài liệu PDF hoặc video MP4, MOV, 3GP",
                        "“" + name + "” is no JPG, PNG, PDF, MP4, MOV or 3GP");
            case BROKEN ->
                fault(
                        "Tệp “" + name
                                + "” không mở được: tệp hỏng hoặc gửi chưa hết. Vui lòng chụp hoặc lưu lại rồi gửi lại",
                        "“" + name + "” is broken or incomplete; please send it again");
            case TOO_MANY_PIXELS ->
                fault(
                        "Ảnh “" + name + "” có kích thước quá lớn; vui lòng chụp lại với cỡ ảnh nhỏ hơn",
                        "“" + name + "” has too many pixels; please send a smaller picture");
        };
    }

    private static Fault fault(String vietnamese, String english) {
        return new Fault("files", vietnamese, english);
    }

    /** The last part of the sender's path, without what is no text; never empty. */
    static String cleaned(String given) {
        var path = given == null ? "" : given;
        var last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var name = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>:|?*]", "")
                .strip();
        var codePoints = name.codePoints().toArray();
        // The end of a long name says what it is, the beginning rarely does.
        var kept = codePoints.length <= LONGEST_NAME
                ? codePoints
                : Arrays.copyOfRange(codePoints, codePoints.length - LONGEST_NAME, codePoints.length);
        return kept.length == 0 ? "tep" : new String(kept, 0, kept.length);
    }
}
