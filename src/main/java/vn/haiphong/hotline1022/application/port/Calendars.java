package vn.haiphong.hotline1022.application.port;

import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** The working calendar as the register has it now. */
public interface Calendars {

    WorkingCalendar current();
}
