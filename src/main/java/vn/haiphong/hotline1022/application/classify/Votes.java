package vn.haiphong.hotline1022.application.classify;

import java.util.LinkedHashMap;
import java.util.List;

/** TEMPORARY. */
public final class Votes {
    public record Vote(String field, String category, String kind, String urgency, double weight) {}

    public record Proposal(String field, String category, String kind, String urgency, String reason) {}

    private Votes() {}

    public static Proposal of(List<Vote> votes) {
        var sums = new LinkedHashMap<String, Double>();
        votes.forEach(v -> sums.merge(v.field(), v.weight(), Double::sum));
        var best = votes.isEmpty() ? "khong_ro" : votes.get(0).field();
        var urgent = votes.stream().anyMatch(v -> "urgent".equals(v.urgency()));
        return new Proposal(
                best, votes.isEmpty() ? "" : votes.get(0).category(), "phan_anh", urgent ? "urgent" : "ordinary", "");
    }
}
