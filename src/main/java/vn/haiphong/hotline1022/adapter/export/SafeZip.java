package vn.haiphong.hotline1022.adapter.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A workbook as somebody sent it, looked through before anybody reads it, and in the same way: by the list of its parts. It is
 * small, also when unpacked, and neither fetches nor runs anything.
 */
final class SafeZip {

    private static final int LARGEST_FILE = 10_000_000;
    private static final int MOST_UNPACKED = 40_000_000;
    private static final int MOST_ENTRIES = 200;
    private static final int LONGEST_NAME = 200;
    private static final List<String> PROGRAMS = List.of("vba", "macro", "activex", ".bin", ".exe", ".dll");

    private SafeZip() {}

    /** @throws vn.haiphong.hotline1022.domain.BusinessRefusal saying what is wrong with it */
    static InputStream of(byte[] file) throws IOException {
        if (file.length > LARGEST_FILE) {
            throw OfficeTables.refused("Tệp quá lớn: quá " + LARGEST_FILE / 1_000_000 + " MB.");
        }
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            check(zip);
        } catch (ZipException | IllegalArgumentException e) {
            throw OfficeTables.refused("Tệp không phải là XLSX đọc được.");
        }
        return new ByteArrayInputStream(file);
    }

    private static void check(ZipFile zip) throws IOException {
        var names = new HashSet<String>();
        var unpacked = 0L;
        for (var entry : Collections.list(zip.getEntries())) {
            check(entry.getName());
            if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) {
                throw OfficeTables.refused("Tệp có phần lạ bên trong, không giống bảng tính do văn phòng lưu.");
            }
            try (var in = zip.getInputStream(entry)) {
                var content = in.readNBytes((int) (MOST_UNPACKED - unpacked) + 1);
                unpacked += content.length;
                if (unpacked > MOST_UNPACKED) {
                    throw OfficeTables.refused("Tệp giải nén ra quá lớn, không đọc.");
                }
                if (namesADocumentType(content)) {
                    throw OfficeTables.refused("Tệp có khai báo DOCTYPE, không đọc.");
                }
            }
        }
        if (!names.contains("[Content_Types].xml")) {
            throw OfficeTables.refused("Tệp không phải là XLSX.");
        }
    }

    private static void check(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        // Printer settings are the one .bin that every office writes.
        if (!small.contains("printersettings") && PROGRAMS.stream().anyMatch(small::contains)) {
            throw OfficeTables.refused("Tệp có macro hoặc chương trình đi kèm; lưu lại dạng .xlsx thường.");
        }
        if (small.contains("externallink")) {
            throw OfficeTables.refused("Tệp có liên kết đến tệp khác; bỏ liên kết rồi lưu lại.");
        }
        if (name.length() > LONGEST_NAME || name.contains("..") || name.startsWith("/") || name.contains("\\")) {
            throw OfficeTables.refused("Tệp có phần lạ bên trong, không giống bảng tính do văn phòng lưu.");
        }
    }

    /** In whatever encoding: zeros between the letters are left out. */
    private static boolean namesADocumentType(byte[] content) {
        var letters = new ByteArrayOutputStream(content.length);
        for (var b : content) {
            if (b != 0) {
                letters.write(b);
            }
        }
        return letters.toString(StandardCharsets.ISO_8859_1).contains("<!DOCTYPE");
    }
}
