package vn.haiphong.hotline1022.application.classify;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.haiphong.hotline1022.application.inform.Words;

/**
 * What the rows of the table of fields that matched say together (Giả định A-03). Each row is a vote with a weight; a
 * negative weight takes back what an ambiguous word gave.
 *
 * <ul>
 *   <li>Field: the highest sum wins, the earlier row on a tie; nothing above zero is {@code khong_ro}.
 *   <li>Category: that of the field's heaviest row; votes that name a category but no field (suggestion, late directive,
 *       other province) go before it from {@value #ENOUGH} on, but never make a denunciation or a complaint something else.
 *   <li>Urgency: urgent from {@value #ENOUGH} on, whichever row says so. A suggestion, a late directive and what is out of
 *       scope speak of dangers without being in one: there it takes {@value #DANGER}.
 *   <li>Kind: the highest sum, {@code phan_anh} if none.
 * </ul>
 */
public final class Votes {

    static final int ENOUGH = 3;
    static final int DANGER = 8;

    private static final String UNKNOWN = "khong_ro";
    private static final String OUT_OF_SCOPE = "ngoai_pham_vi";
    private static final String SUGGESTION = "hien_ke";
    private static final List<String> NOT_IN_DANGER = List.of(SUGGESTION, "chi_dao_cham", OUT_OF_SCOPE);

    private Votes() {}

    /** One row that matched; what it is silent about is empty. */
    public record Vote(String field, String category, String kind, String urgency, double weight) {

        public Vote {
            field = orEmpty(field);
            category = orEmpty(category);
            kind = orEmpty(kind);
            urgency = orEmpty(urgency);
        }

        public Vote(String field, String category, String urgency, double weight) {
            this(field, category, "", urgency, weight);
        }

        /** Who chose a service in a program; less than one word of the text that names a field. */
        public static Vote ofTheSender(String field, String category) {
            return new Vote(field, category, "", 1);
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }
    }

    /** @param reason how it came about, for the person who decides */
    public record Proposal(String field, String category, String kind, String urgency, String reason) {}

    public static Proposal of(List<Vote> votes, Words words) {
        var fields = sums(votes, Vote::field);
        var field = highest(fields, 0).orElse(UNKNOWN);
        var category = categoryOf(votes, field);
        var kind = SUGGESTION.equals(category)
                ? SUGGESTION
                : highest(sums(votes, Vote::kind), 0).orElse("phan_anh");
        var urgencies = sums(votes, Vote::urgency);
        var urgency = urgency(urgencies, NOT_IN_DANGER.contains(category) ? DANGER : ENOUGH);
        return new Proposal(field, category, kind, urgency, reason(fields, urgencies, words));
    }

    private static String categoryOf(List<Vote> votes, String field) {
        var own = votes.stream()
                .filter(vote -> vote.field().equals(field) && !vote.category().isEmpty())
                .max(Comparator.comparingDouble(Vote::weight))
                .map(Vote::category)
                .orElse(OUT_OF_SCOPE);
        if (OUT_OF_SCOPE.equals(own) && !UNKNOWN.equals(field)) {
            return own;
        }
        var fieldless = votes.stream().filter(vote -> vote.field().isEmpty()).toList();
        return highest(sums(fieldless, Vote::category), ENOUGH - 0.5).orElse(own);
    }

    private static String urgency(Map<String, Double> sums, int enough) {
        if (sums.getOrDefault("urgent", 0.0) >= enough) {
            return "urgent";
        }
        return sums.getOrDefault("complex", 0.0) >= ENOUGH ? "complex" : "ordinary";
    }

    /** In the order of the rows, so that a tie falls to the earlier one. */
    private static Map<String, Double> sums(List<Vote> votes, Function<Vote, String> about) {
        var sums = new LinkedHashMap<String, Double>();
        for (var vote : votes) {
            if (!about.apply(vote).isEmpty()) {
                sums.merge(about.apply(vote), vote.weight(), Double::sum);
            }
        }
        return sums;
    }

    private static Optional<String> highest(Map<String, Double> sums, double above) {
        String best = null;
        var most = above;
        for (var sum : sums.entrySet()) {
            if (sum.getValue() > most) {
                best = sum.getKey();
                most = sum.getValue();
            }
        }
        return Optional.ofNullable(best);
    }

    private static String reason(Map<String, Double> fields, Map<String, Double> urgencies, Words words) {
        if (fields.values().stream().noneMatch(sum -> sum > 0)) {
            return "Không có từ nào trong bảng lĩnh vực khớp với lời phản ánh";
        }
        var shown = fields.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .map(sum -> words.of("field", sum.getKey()) + " " + points(sum.getValue()))
                .collect(Collectors.joining(", "));
        var urgent = urgencies.getOrDefault("urgent", 0.0);
        return "Theo lời phản ánh: " + shown + (urgent > 0 ? "; dấu hiệu khẩn cấp " + points(urgent) : "");
    }

    private static String points(double sum) {
        return Math.round(sum) + " điểm";
    }
}
