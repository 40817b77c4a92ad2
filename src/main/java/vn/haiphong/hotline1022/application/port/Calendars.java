package vn.haiphong.hotline1022.application.port;

import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/**
 * The working calendar, and the ones before it: each change makes a new version, so that a due date can be counted again
 * with the calendar it was counted with.
 */
public interface Calendars {

    /** The calendar in force, with its version. */
    Version latest();

    /** The calendar as it was after that change; 0: as delivered. */
    WorkingCalendar of(long version);

    default WorkingCalendar current() {
        return latest().calendar();
    }

    record Version(long number, WorkingCalendar calendar) {}
}
