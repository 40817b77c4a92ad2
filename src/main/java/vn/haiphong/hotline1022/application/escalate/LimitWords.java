package vn.haiphong.hotline1022.application.escalate;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;

/** How a limit is spoken of to those who are late or must know of it. */
final class LimitWords {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);
    private static final Map<String, String> STEP_NAMES = Map.ofEntries(
            Map.entry("forward", "phân loại, chuyển cơ quan"),
            Map.entry("accept", "nhận việc"),
            Map.entry("safe", "xử lý an toàn bước đầu"),
            Map.entry("handle", "xử lý, trả lời"),
            Map.entry("opinion", "phối hợp"),
            Map.entry("check", "kiểm tra trả lời"),
            Map.entry("settle", "quyết định thẩm quyền"),
            Map.entry("reassign", "mời cơ quan phối hợp khác"),
            Map.entry("review", "xét mở lại"),
            Map.entry("call", "gọi điện cho người dân"),
            Map.entry("confirm", "hỏi việc đã hẹn"),
            Map.entry("hear", "trả lời lời nhắn"),
            Map.entry("ask", "gọi lại hỏi kết quả"));

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
