package vn.haiphong.hotline1022.application.escalate;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** How a limit is spoken of to those who are late or must know of it. */
final class LimitWords {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);
    private static final Map<String, String> STEP_NAMES = Map.of(
            "forward", "phân loại, chuyển cơ quan",
            "accept", "nhận việc",
            "safe", "xử lý an toàn bước đầu",
            "handle", "xử lý, trả lời",
            "opinion", "phối hợp",
            "check", "kiểm tra trả lời",
            "settle", "quyết định thẩm quyền",
            "reassign", "mời cơ quan phối hợp khác",
            "review", "xét mở lại",
            "call", "gọi điện cho người dân");

    private LimitWords() {}

    static String step(String step) {
        return STEP_NAMES.getOrDefault(step, step);
    }

    static String when(Instant due) {
        return WHEN.format(due);
    }

    static String late(String step, Instant due) {
        return "Quá hạn " + step(step) + ", hạn " + when(due);
    }
}
