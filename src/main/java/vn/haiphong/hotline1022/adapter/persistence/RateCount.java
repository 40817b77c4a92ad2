package vn.haiphong.hotline1022.adapter.persistence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.haiphong.hotline1022.application.port.CaseResults.Lateness;
import vn.haiphong.hotline1022.application.port.CaseResults.Rate;
import vn.haiphong.hotline1022.domain.figures.Durations;

/** Adds up answers, and what is open: by agency, by field and over all. Every one has an agency and a field. */
class RateCount {

    private final Map<String, Sum> byAgency = new LinkedHashMap<>();
    private final Map<String, Sum> byField = new LinkedHashMap<>();
    private final Sum all = new Sum();

    /** @param elapsed of each answer, packed as {@link Durations} takes them */
    void addOfAgency(String agency, Lateness lateness, byte[] elapsed) {
        byAgency.computeIfAbsent(agency, code -> new Sum()).add(lateness, elapsed);
        all.add(lateness, elapsed);
    }

    void addOfField(String field, Lateness lateness, byte[] elapsed) {
        byField.computeIfAbsent(field, code -> new Sum()).add(lateness, elapsed);
    }

    void addOpen(String agency, String field, long cases) {
        byAgency.computeIfAbsent(agency, code -> new Sum()).open += cases;
        byField.computeIfAbsent(field, code -> new Sum()).open += cases;
        all.open += cases;
    }

    List<Rate> rates() {
        var rates = new ArrayList<Rate>();
        byAgency.forEach((agency, sum) -> rates.add(sum.rate(agency, null)));
        byField.forEach((field, sum) -> rates.add(sum.rate(null, field)));
        rates.add(all.rate(null, null));
        return rates;
    }

    private static class Sum {

        private final Map<Lateness, Integer> answers = new EnumMap<>(Lateness.class);
        private final Durations elapsed = new Durations();
        private long open;

        void add(Lateness lateness, byte[] packed) {
            answers.merge(lateness, elapsed.addPacked(packed), Integer::sum);
        }

        Rate rate(String agency, String field) {
            return new Rate(
                    agency,
                    field,
                    elapsed.count(),
                    count(Lateness.ON_TIME),
                    count(Lateness.EXTENDED),
                    count(Lateness.LATE),
                    open,
                    elapsed.within(0.5),
                    elapsed.within(0.9));
        }

        private long count(Lateness lateness) {
            return answers.getOrDefault(lateness, 0);
        }
    }
}
