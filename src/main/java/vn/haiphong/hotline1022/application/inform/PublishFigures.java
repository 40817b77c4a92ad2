package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.RateAnswers.Rates;
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
    private final Map<Integer, Rates> known = new ConcurrentHashMap<>();

    PublishFigures(RateAnswers rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** @param days up to today, one of {@link #PERIODS} */
    public Rates ofLast(int days) {
        if (!PERIODS.contains(days)) {
            throw new IllegalArgumentException("No period of " + days + " days is published");
        }
        return known.compute(days, (period, last) -> isFresh(last) ? last : read(period));
    }

    private boolean isFresh(Rates last) {
        return last != null
                && Duration.between(last.at(), clock.instant()).abs().compareTo(HOLDS) <= 0;
    }

    private Rates read(int days) {
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        return rates.of(today.minusDays(days - 1L), today, null, null);
    }
}
