package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.RateAnswers.Rates;
import vn.haiphong.hotline1022.application.port.CaseResults.Outcomes;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/**
 * The board's figures for everybody (Giả định A-59). They are asked of the register once in ten minutes for each period,
 * however many look: a stranger must not be able to keep it busy.
 */
@Service
public class PublishFigures {

    public static final List<Integer> PERIODS = List.of(30, 90, 365);

    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final RateAnswers rates;
    private final Clock clock;
    private final Map<Integer, Figures> known = new ConcurrentHashMap<>();

    PublishFigures(RateAnswers rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * @param outcomes what became of the answers that are counted in a line, by its key
     * @param allOutcomes of all of them; null if there are none
     */
    public record Figures(Rates rates, Map<String, Outcomes> outcomes, Outcomes allOutcomes) {}

    /** @param days up to today, one of {@link #PERIODS} */
    public Figures ofLast(int days) {
        if (!PERIODS.contains(days)) {
            throw new IllegalArgumentException("No period of " + days + " days is published");
        }
        return known.compute(days, (period, last) -> isFresh(last) ? last : read(period));
    }

    private boolean isFresh(Figures last) {
        return last != null
                && Duration.between(last.rates().at(), clock.instant()).abs().compareTo(HOLDS) <= 0;
    }

    private Figures read(int days) {
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        var from = today.minusDays(days - 1L);
        var outcomes = rates.outcomes(from, today);
        return new Figures(
                rates.of(from, today, null, null),
                outcomes,
                outcomes.values().stream().reduce(Outcomes::plus).orElse(null));
    }
}
