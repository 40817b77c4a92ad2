package vn.haiphong.hotline1022.application.escalate;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** How a limit is spoken of to those who are late or must know of it: within a sentence, in the words the case file has too. */
@Component
class LimitWords {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);

    private final Words words;

    LimitWords(Words words) {
        this.words = words;
    }

    String step(String step) {
        var name = words.of("step", step);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String when(Instant due) {
        return WHEN.format(due);
    }

    String late(String step, Instant due) {
        return "Quá hạn " + step(step) + ", hạn " + when(due);
    }
}
