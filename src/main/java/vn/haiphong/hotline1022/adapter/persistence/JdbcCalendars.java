package vn.haiphong.hotline1022.adapter.persistence;

import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Calendars;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

@Repository
class JdbcCalendars implements Calendars {

    private final MasterData masterData;

    JdbcCalendars(MasterData masterData) {
        this.masterData = masterData;
    }

    @Override
    public Version latest() {
        var known = masterData.current();
        return new Version(known.calendarVersion(), known.calendar());
    }

    @Override
    public WorkingCalendar of(long version) {
        return masterData.calendarOf(version);
    }
}
