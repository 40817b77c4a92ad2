package vn.haiphong.hotline1022.application.receive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/** Pictures and documents sent along (Giả định A-22): what they are is read from their first bytes, not from their names. */
public record SentFiles(List<NewPetition.File> files, List<Fault> faults) {

    private static final int MOST = 5;
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final int LONGEST_NAME = 100;

    /** A file as it came in. */
    public interface Upload {

        /** As the sender calls it, perhaps with a path; may be null. */
        String name();

        long size();

        byte[] bytes();
    }

    public static SentFiles of(List<? extends Upload> uploaded) {
        // A browser sends one empty part when nothing was chosen.
        var chosen = uploaded.stream().filter(file -> file.size() > 0).toList();
        var faults = new ArrayList<Fault>();
        if (chosen.size() > MOST) {
            faults.add(fault("Tối đa " + MOST + " tệp, đang chọn " + chosen.size() + " tệp", "At most 5 files"));
            return new SentFiles(List.of(), faults);
        }
        var files = new ArrayList<NewPetition.File>();
        for (var file : chosen) {
            var name = nameOf(file.name());
            if (file.size() > LARGEST) {
                faults.add(fault("Tệp “" + name + "” lớn hơn 10 MB", "A file has more than 10 MB"));
                continue;
            }
            var bytes = file.bytes();
            mediaTypeOf(bytes)
                    .ifPresentOrElse(
                            type -> files.add(new NewPetition.File(name, type, bytes)),
                            () -> faults.add(fault(
                                    "Tệp “" + name + "” không phải ảnh JPG, PNG hoặc tài liệu PDF",
                                    "A file is no JPG, PNG or PDF")));
        }
        return new SentFiles(files, faults);
    }

    private static Fault fault(String vietnamese, String english) {
        return new Fault("files", vietnamese, english);
    }

    private static Optional<String> mediaTypeOf(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (startsWith(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        }
        return startsWith(bytes, '%', 'P', 'D', 'F', '-') ? Optional.of("application/pdf") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** The last part of the sender's path, without what is no text; never empty. */
    private static String nameOf(String original) {
        var given = original == null ? "" : original;
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
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
