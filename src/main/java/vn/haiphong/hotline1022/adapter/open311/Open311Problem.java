package vn.haiphong.hotline1022.adapter.open311;

import java.util.List;
import vn.haiphong.hotline1022.application.inform.Language;

/** What is wrong with a request, in the form the specification has for it: a list of codes with words for the user. */
class Open311Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    private final transient List<Cause> causes;

    record Cause(String vietnamese, String english) {}

    Open311Problem(int status, List<Cause> causes) {
        super(causes.toString());
        this.status = status;
        this.causes = List.copyOf(causes);
    }

    Open311Problem(int status, String vietnamese, String english) {
        this(status, List.of(new Cause(vietnamese, english)));
    }

    static Open311Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> new Open311Problem(401, "Cần đăng nhập.", "Login needed.");
            case 403 -> new Open311Problem(403, "Không được phép.", "Not allowed.");
            case 404 -> new Open311Problem(404, "Không có địa chỉ này.", "There is no such address.");
            case 405 ->
                new Open311Problem(
                        405, "Địa chỉ này không nhận phương thức đã dùng.", "This address does not take that method.");
            case 413 ->
                new Open311Problem(
                        413,
                        "Nội dung gửi quá lớn: tối đa 1 MB, hoặc 5 tệp, mỗi tệp 10 MB.",
                        "Too large: at most 1 MB, or 5 files of 10 MB each.");
            case 415 ->
                new Open311Problem(
                        415,
                        "Nội dung gửi phải có kiểu application/x-www-form-urlencoded hoặc multipart/form-data, không nén.",
                        "The body must be application/x-www-form-urlencoded or multipart/form-data, not compressed.");
            case 429 -> new Open311Problem(429, "Quá nhiều yêu cầu; vui lòng chờ.", "Too many requests; please wait.");
            default ->
                status < 500
                        ? new Open311Problem(status, "Yêu cầu không đúng quy cách.", "The request is malformed.")
                        : new Open311Problem(
                                status,
                                "Hệ thống gặp lỗi, chưa ghi nhận yêu cầu; vui lòng thử lại sau.",
                                "Something broke on our side, nothing was taken; please try again later.");
        };
    }

    /** Code and HTTP status are the same. */
    Tree.Document in(Language language) {
        return new Tree.Document(
                "errors",
                new Tree.Listing(
                        "error",
                        causes.stream()
                                .map(cause -> new Tree.Fields()
                                        .with("code", status)
                                        .with("description", language.choose(cause.vietnamese(), cause.english())))
                                .toList()));
    }
}
