package vn.haiphong.hotline1022.adapter.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the sender of a letter wrote himself: without the letter he answers, which programs copy below or above, and without
 * his signature. Where that would leave nothing, all of it.
 */
final class OwnWords {

    private static final Pattern ORIGINAL = Pattern.compile(
            "\\s*-{2,}\\s*(Original Message|Thư gốc|Tin nhắn gốc|Thư ban đầu)\\s*-{2,}\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "\\s*(On\\b.{5,250}\\bwrote:|(Vào|Ngày|Lúc|Th \\d|CN,)\\b.{5,250}\\b(viết|wrote):)\\s*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HEADER = Pattern.compile("\\s*\\*?(From|Từ|Người gửi):\\*? .+");
    private static final Pattern DATE = Pattern.compile("\\s*\\*?(Sent|Date|Đã gửi|Ngày|Gửi|Ngày gửi):\\*? .+");
    private static final Pattern DEVICE = Pattern.compile(
            "\\s*(Sent from my .{2,40}|(Đã )?[Gg]ửi từ (iPhone|iPad|điện thoại|Yahoo|Outlook|Gmail|thiết bị|Samsung).{0,60}|Get Outlook for .{2,20})\\s*");
    private static final int LONGEST_SIGNATURE = 12;

    private OwnWords() {}

    static String of(String text) {
        var lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        var own = withoutSignature(withoutQuotation(lines));
        var words = String.join("\n", own).replaceAll("\n{3,}", "\n\n").strip();
        return words.isEmpty() ? text.strip() : words;
    }

    private static List<String> withoutQuotation(List<String> lines) {
        var kept = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (ORIGINAL.matcher(line).matches() || isHeaderBlock(lines, i)) {
                return kept; // all below is the other letter, unmarked
            }
            if (isAttribution(lines, i)) {
                if (!isQuotedBelow(lines, i)) {
                    return kept;
                }
                i += ATTRIBUTION.matcher(line).matches() ? 0 : 1;
            } else if (!line.startsWith(">")) {
                kept.add(line); // between quoted lines, too: that is where he answers
            }
        }
        return kept;
    }

    /** "On … wrote:", on one line or broken into two. */
    private static boolean isAttribution(List<String> lines, int i) {
        return ATTRIBUTION.matcher(lines.get(i)).matches()
                || i + 1 < lines.size()
                        && !lines.get(i).isBlank()
                        && lines.get(i + 1).strip().endsWith(":")
                        && ATTRIBUTION
                                .matcher(lines.get(i).strip() + " "
                                        + lines.get(i + 1).strip())
                                .matches();
    }

    private static boolean isQuotedBelow(List<String> lines, int i) {
        return lines.subList(i + 1, lines.size()).stream().anyMatch(line -> line.startsWith(">"));
    }

    /** As Outlook writes above the letter it answers. */
    private static boolean isHeaderBlock(List<String> lines, int i) {
        return HEADER.matcher(lines.get(i)).matches()
                && lines.subList(i + 1, Math.min(lines.size(), i + 4)).stream()
                        .anyMatch(line -> DATE.matcher(line).matches());
    }

    private static List<String> withoutSignature(List<String> lines) {
        var kept = new ArrayList<>(lines);
        for (var i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).equals("-- ") || kept.get(i).equals("--")) {
                if (kept.size() - i <= LONGEST_SIGNATURE) {
                    kept.subList(i, kept.size()).clear();
                }
                break;
            }
        }
        while (!kept.isEmpty()
                && (kept.get(kept.size() - 1).isBlank()
                        || DEVICE.matcher(kept.get(kept.size() - 1)).matches())) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }
}
