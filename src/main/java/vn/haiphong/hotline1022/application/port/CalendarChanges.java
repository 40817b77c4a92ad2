package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.haiphong.hotline1022.domain.calendar.SpecialDay;

/** What has been changed in the calendar since it was delivered: each change is a version of it, none is ever overwritten. */
public interface CalendarChanges {

    /**
     * Makes the next version of the calendar, for all nodes once committed.
     *
     * @param days what each of these days is from now on; empty: what its weekday says
     * @param undoes the change this one takes back; null if none
     */
    long add(Instant at, String actor, String reason, Long undoes, Map<LocalDate, Optional<SpecialDay>> days);

    /** The special days in force from that day on, in order. */
    List<Day> daysFrom(LocalDate first);

    /** Every open limit has been counted with it. */
    void finished(long version, Instant at);

    /** Newest first. */
    List<Change> all();

    Optional<Change> find(long version);

    /** @return whether a later change has touched one of the days of this one */
    boolean isOverlaid(long version);

    /**
     * @param finishedAt null while open limits are still being counted
     * @param undoneBy null unless taken back
     * @param moved how many limits it has moved so far
     */
    record Change(
            long version,
            Instant at,
            String actor,
            String reason,
            Long undoes,
            Long undoneBy,
            Instant finishedAt,
            int moved,
            List<ChangedDay> days) {}

    /** @param status as the register has it: official, recalled, computed, projected, pending */
    record Day(LocalDate day, boolean working, String name, String source, String status) {}

    /** @param before what the day was in the version before; null: what its weekday says */
    record ChangedDay(LocalDate day, SpecialDay before, SpecialDay after) {}
}
