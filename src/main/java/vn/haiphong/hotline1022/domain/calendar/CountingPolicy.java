package vn.haiphong.hotline1022.domain.calendar;

/**
 * How a limit in working time is counted. The city's way follows BLDS 2015 Điều 147, 148 (Giả định A-15); others count
 * otherwise, so it is a row of the register and not a rule of the program.
 *
 * @param hoursStart when a limit in hours begins
 * @param offDayReceipt what becomes of an event on a day off
 * @param eventDay whether the day of the event is the first day of a limit in days
 * @param dayEnd when a limit in days ends on its last day
 */
public record CountingPolicy(HoursStart hoursStart, OffDayReceipt offDayReceipt, EventDay eventDay, DayEnd dayEnd) {

    /** As the Civil Code counts: at once, the day of the event not counted, until close of business. */
    public static final CountingPolicy CIVIL_CODE = new CountingPolicy(
            HoursStart.next_working_moment, OffDayReceipt.as_received, EventDay.not_counted, DayEnd.close_of_business);

    /** @throws IllegalArgumentException if a limit of one day would be over at once */
    public CountingPolicy {
        if (dayEnd == DayEnd.same_time && eventDay == EventDay.counted) {
            throw new IllegalArgumentException(
                    "A day that ends at the time at which it began cannot be the day of the event");
        }
    }

    /** When a limit in hours begins. */
    public enum HoursStart {
        /** At the stated moment, or when the office opens next. */
        next_working_moment,
        /** When the office opens on the next working day. */
        next_working_day
    }

    /** An event on a weekend or holiday. */
    public enum OffDayReceipt {
        /** Counts as of its own day: one working day from Saturday ends on Monday. */
        as_received,
        /** Counts as if it came when the office opens next: one working day from Saturday ends on Tuesday. */
        next_working_day
    }

    /** The day of the event in a limit of days. */
    public enum EventDay {
        not_counted,
        /** Unless the office has closed already. */
        counted
    }

    /** The end of a limit of days. */
    public enum DayEnd {
        close_of_business,
        /** The time of day at which it began, inside office hours. */
        same_time
    }
}
