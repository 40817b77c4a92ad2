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
    public WorkingCalendar current() {
        return masterData.current().calendar();
    }
}
