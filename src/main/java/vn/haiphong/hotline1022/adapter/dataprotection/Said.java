package vn.haiphong.hotline1022.adapter.dataprotection;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** Times, people and codes as the pages about personal data write them. */
@Component("said")
class Said {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);

    private final Words words;
    private final Colleagues colleagues;

    Said(Words words, Colleagues colleagues) {
        this.words = words;
        this.colleagues = colleagues;
    }

    public String at(Instant instant) {
        return instant == null ? "" : WHEN.format(instant);
    }

    public String who(String user) {
        return user == null ? "" : Actor.SYSTEM.equals(user) ? "Hệ thống" : colleagues.nameOf(user);
    }

    public String word(String group, String code) {
        return words.knows(group, code) ? words.of(group, code) : code;
    }
}
