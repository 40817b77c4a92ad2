package vn.haiphong.hotline1022.domain.petition;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * What an answer says became of the matter (Giả định A-52). Not all that is answered is done: what is planned, passed on or
 * impossible is called by its name, to the citizen and in the figures.
 *
 * @param plannedUntil the last day of what is planned; null for any other
 * @param handedTo to whom it was passed on; null for any other
 */
public record Ending(Kind kind, LocalDate plannedUntil, String handedTo) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_BODY = 200;
    /** An answer that gives a reason uses one of these words; one that uses none gives no reason. */
    private static final Pattern REASON = Pattern.compile(
            "(?<!\\p{L})(vì|do|bởi|lý do|lí do|căn cứ|theo quy định|theo điều|chưa đủ|không đủ)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public enum Kind {
        FIXED("fixed", "Đã giải quyết xong"),
        PLANNED("planned", "Đã có kế hoạch, hẹn ngày"),
        HANDED_OVER("handed-over", "Không thuộc thẩm quyền, đã chuyển nơi khác"),
        IMPOSSIBLE("impossible", "Không thực hiện được"),
        ANSWERED("answered", "Đã giải đáp");

        private final String key;
        private final String words;

        Kind(String key, String words) {
            this.key = key;
            this.words = words;
        }

        public String key() {
            return key;
        }

        public String words() {
            return words;
        }

        public static Optional<Kind> of(String key) {
            return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    /**
     * As somebody has chosen it.
     *
     * @throws BusinessRefusal if something is missing that makes it true
     */
    public static Ending chosen(
            String kind, LocalDate plannedUntil, String handedTo, String replyText, LocalDate today) {
        var chosen = Kind.of(kind)
                .orElseThrow(() -> new BusinessRefusal("ending", "Chọn một trong năm kết quả của trả lời."));
        return switch (chosen) {
            case PLANNED -> planned(plannedUntil, today);
            case HANDED_OVER -> handedOver(handedTo);
            case IMPOSSIBLE -> {
                if (replyText == null || !REASON.matcher(replyText).find()) {
                    throw new BusinessRefusal(
                            "replyText", "Không thực hiện được thì trả lời phải nêu lý do (vì, do, căn cứ …).");
                }
                yield of(chosen);
            }
            case FIXED, ANSWERED -> of(chosen);
        };
    }

    /** Of an answer for which nobody has chosen: a question or suggestion is answered, anything else counts as done. */
    public static Ending unchosen(boolean asksOrSuggests) {
        return of(asksOrSuggests ? Kind.ANSWERED : Kind.FIXED);
    }

    public static Ending of(Kind kind) {
        return new Ending(kind, null, null);
    }

    private static Ending planned(LocalDate until, LocalDate today) {
        if (until == null || !until.isAfter(today)) {
            throw new BusinessRefusal("plannedUntil", "Ghi ngày hẹn hoàn thành, sau hôm nay.");
        }
        return new Ending(Kind.PLANNED, until, null);
    }

    private static Ending handedOver(String to) {
        if (to == null || to.isBlank()) {
            throw new BusinessRefusal("handedTo", "Ghi đã chuyển đến cơ quan, đơn vị nào.");
        }
        if (to.strip().length() > LONGEST_BODY) {
            throw new BusinessRefusal("handedTo", "Tên nơi đã chuyển đến tối đa " + LONGEST_BODY + " ký tự.");
        }
        return new Ending(Kind.HANDED_OVER, null, to.strip());
    }

    public boolean isPlanned() {
        return kind == Kind.PLANNED;
    }

    /** For citizens and staff alike. */
    public String inWords() {
        return switch (kind) {
            case PLANNED -> "Đã có kế hoạch, hẹn hoàn thành chậm nhất ngày " + DAY.format(plannedUntil);
            case HANDED_OVER -> "Không thuộc thẩm quyền, đã chuyển đến " + handedTo;
            case IMPOSSIBLE -> "Không thực hiện được, lý do ghi trong trả lời";
            case FIXED, ANSWERED -> kind.words();
        };
    }
}
