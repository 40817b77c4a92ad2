package vn.haiphong.hotline1022.process.maintain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar.Preview;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar.WouldMove;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.CalendarChanges.Change;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Agency;

/** The way from Cockpit's resources, which Camunda makes outside of Spring, to the use case behind them. */
@Component
class CalendarAccess {

    private static volatile CalendarAccess current;

    private final ChangeCalendar calendar;
    private final Agencies agencies;
    private final Colleagues colleagues;
    private final Words words;
    private final ObjectMapper json;
    private final Clock clock;

    CalendarAccess(
            ChangeCalendar calendar,
            Agencies agencies,
            Colleagues colleagues,
            Words words,
            ObjectMapper json,
            Clock clock) {
        this.calendar = calendar;
        this.agencies = agencies;
        this.colleagues = colleagues;
        this.words = words;
        this.json = json;
        this.clock = clock;
        current = this;
    }

    /** @param later by how many hours, negative if earlier */
    record Moved(String petitionCode, String step, String agency, Instant from, Instant to, long later) {}

    record Foreseen(long version, int open, List<Moved> moved) {}

    record Made(Change change, String who) {}

    static CalendarAccess get() {
        return current;
    }

    ChangeCalendar calendar() {
        return calendar;
    }

    List<Made> changes() {
        return calendar.all().stream()
                .map(change -> new Made(change, colleagues.nameOf(change.actor())))
                .toList();
    }

    Foreseen words(Preview preview) {
        var names = new HashMap<String, String>();
        return new Foreseen(
                preview.version(),
                preview.open(),
                preview.moved().stream()
                        .map(moved -> new Moved(
                                moved.petitionCode(),
                                words.of("step", moved.step()),
                                whose(moved, names),
                                moved.dueAt(),
                                moved.thenDueAt(),
                                Duration.between(moved.dueAt(), moved.thenDueAt())
                                        .toHours()))
                        .toList());
    }

    private String whose(WouldMove moved, Map<String, String> names) {
        var agency = moved.agencyCode().isEmpty() && moved.step().equals("handle") && moved.lead() != null
                ? moved.lead()
                : moved.agencyCode();
        return agency.isEmpty()
                ? "Tổng đài 1022"
                : names.computeIfAbsent(
                        agency,
                        code -> agencies.orSuccessor(
                                        code,
                                        clock.instant()
                                                .atZone(WorkingCalendar.OFFICE)
                                                .toLocalDate())
                                .map(Agency::name)
                                .orElse(code));
    }

    <T> T read(String text, Class<T> type) {
        try {
            var read = json.readValue(text == null ? "" : text, type);
            if (read == null) {
                throw new BusinessRefusal("days", "Chưa ghi gì.");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new BusinessRefusal("days", "Không đọc được thay đổi đã gửi; hãy kiểm tra ngày và loại ngày.");
        }
    }

    String write(Object entity) throws JsonProcessingException {
        return json.writeValueAsString(entity);
    }
}
