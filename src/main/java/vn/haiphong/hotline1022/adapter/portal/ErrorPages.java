package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong in one plain sentence, and what to do; never how it looks inside. */
@Controller
class ErrorPages implements ErrorController {

    private static final List<String> PROGRAMS = List.of("/engine-rest", "/camunda/api/", "/open311/", "/actuator/");

    record Message(String title, String advice) {

        static final Message NOT_YOURS = new Message(
                "Tài khoản này không có quyền",
                "Bảng quyết định chỉ mở cho người quản trị bảng, người duyệt, lãnh đạo và quản trị hệ thống; chỉ người quản trị bảng"
                        + " được sửa. Nếu trang đã mở quá lâu, hãy tải lại rồi thử lần nữa.");

        static Message of(int status) {
            return switch (status) {
                case 400 ->
                    new Message(
                            "Yêu cầu không đọc được",
                            "Địa chỉ hoặc nội dung gửi không đúng quy cách. Vui lòng mở lại trang.");
                case 401, 403 ->
                    new Message(
                            "Chưa thực hiện được",
                            "Trang đã mở quá lâu hoặc trình duyệt chặn cookie. Vui lòng quay lại, tải lại trang rồi gửi lần nữa.");
                case 404 ->
                    new Message("Không tìm thấy trang", "Địa chỉ này không có hoặc không còn. Vui lòng kiểm tra lại.");
                case 405 -> new Message("Không mở được theo cách này", "Vui lòng bắt đầu lại từ trang đầu.");
                case 413 ->
                    new Message(
                            "Tệp gửi kèm quá lớn",
                            "Tối đa 5 tệp, mỗi tệp 10 MB. Vui lòng quay lại, bỏ bớt hoặc chọn tệp nhỏ hơn rồi gửi lần nữa.");
                case 429 ->
                    new Message(
                            "Nhập sai khóa quá nhiều lần",
                            "Vui lòng thử lại sau, hoặc dùng khóa tra cứu trên giấy báo nhận.");
                default ->
                    status < 500
                            ? new Message("Chưa thực hiện được", "Vui lòng quay lại và thử lần nữa.")
                            : new Message(
                                    "Hệ thống gặp lỗi",
                                    "Lỗi thuộc về Tổng đài, không phải do bạn. Vui lòng thử lại sau ít phút hoặc gọi (0225) 1022.");
            };
        }
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var message = status == 403 && isAt(request, "/rules") ? Message.NOT_YOURS : Message.of(status);
        if (isForPrograms(request)) {
            var problem = ProblemDetail.forStatus(status);
            problem.setTitle(message.title());
            problem.setDetail(message.advice());
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var known = HttpStatus.resolve(status);
        return new ModelAndView(
                "portal/error", Map.of("message", message), known == null ? HttpStatus.BAD_REQUEST : known);
    }

    /** The staff's applications and other programs want JSON; a browser going somewhere names HTML. */
    private static boolean isForPrograms(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains("html")) {
            return false;
        }
        return accepted != null && accepted.contains("json")
                || PROGRAMS.stream().anyMatch(path -> isAt(request, path));
    }

    private static boolean isAt(HttpServletRequest request, String path) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                && address.startsWith(path);
    }
}
