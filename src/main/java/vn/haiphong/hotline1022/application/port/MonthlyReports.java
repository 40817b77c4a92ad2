package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The monthly figures of every agency: counted as of now, or kept as they were issued. */
public interface MonthlyReports {

    /** Counted anew, in one query. */
    Count count(Period month, Instant now, List<Integer> lateDays);

    /** The editions of a month, the first one first. */
    List<Edition> editions(YearMonth month);

    Optional<Issued> find(YearMonth month, int edition);

    /**
     * Keeps an edition for good.
     *
     * @return false if somebody else has just issued it
     */
    boolean issue(YearMonth month, Issued issued);

    record Count(long received, List<Row> rows) {}

    record Edition(int number, Instant issuedAt, String issuedBy, String issuedByName, String reason) {}

    /** @param smallNumber and the bounds as they were then: what was issued never changes its face */
    record Issued(Edition edition, List<Integer> lateDays, int smallNumber, Count count) {}

    /**
     * @param agency code, empty for 1022 itself
     * @param name as it was called when it was issued; null while it is only counted
     * @param late answered late, by bound; one more than there are bounds
     * @param lateOpen not answered at the end of the month, and past the limit
     */
    record Row(
            String agency,
            String name,
            long received,
            long onTime,
            long extendedOnTime,
            List<Long> late,
            long lateOpen,
            long extended,
            long returned,
            long reopened,
            long rated,
            long satisfied,
            Long fixed,
            Long planned,
            Long calledBack,
            Long notFixed,
            Long plansDue,
            Long plansBroken) {}
}
