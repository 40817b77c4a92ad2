package vn.haiphong.hotline1022.adapter.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.HitPolicy;
import vn.haiphong.hotline1022.domain.rules.TableDifference;

/** Times, people and states as the pages of the tables write them. */
@Component("wording")
class Wording {

    static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);

    private final Words words;
    private final Colleagues colleagues;

    Wording(Words words, Colleagues colleagues) {
        this.words = words;
        this.colleagues = colleagues;
    }

    public String at(Instant instant) {
        return instant == null ? "" : WHEN.format(instant);
    }

    /** @param typed as a browser's field for date and time gives it: the time of the office */
    static Instant parse(String typed) {
        return LocalDateTime.parse(typed.strip()).atZone(WorkingCalendar.OFFICE).toInstant();
    }

    public String who(String user) {
        return user == null ? "" : Actor.SYSTEM.equals(user) ? "Hệ thống" : colleagues.nameOf(user);
    }

    public String state(State state) {
        return words.of("ruleState", state.name());
    }

    public String severity(Finding.Severity severity) {
        return switch (severity) {
            case blocks -> "Phải sửa";
            case warns -> "Nên xem";
            case informs -> "Để biết";
        };
    }

    public String kind(TableDifference.Kind kind) {
        return switch (kind) {
            case added -> "Thêm";
            case removed -> "Bỏ";
            case changed -> "Sửa";
            case moved -> "Đổi chỗ";
        };
    }

    public String hitPolicy(HitPolicy policy) {
        return switch (policy) {
            case UNIQUE -> "chỉ một dòng được khớp";
            case ANY -> "các dòng khớp phải cùng kết quả";
            case FIRST -> "lấy dòng khớp đầu tiên từ trên xuống";
            case RULE_ORDER -> "lấy mọi dòng khớp, theo thứ tự";
            case COLLECT -> "lấy mọi dòng khớp";
            default -> "gộp mọi dòng khớp thành một số";
        };
    }

    /** Runs of text of a cell that changed, with what is new or gone in it marked. */
    public List<WordMarks.Run> marks(String text, String other) {
        return WordMarks.of(text == null ? "" : text, other == null ? "" : other);
    }
}
