package vn.haiphong.hotline1022.adapter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import vn.haiphong.hotline1022.application.inform.Language;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/** What went wrong, for programs and for the people behind them (RFC 9457). */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(Include.NON_EMPTY) List<Error> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** @param options what could have been meant */
    record Error(
            String field,
            String message,
            @JsonInclude(Include.NON_EMPTY) List<String> options) {}

    static Problem of(Kind kind, Language language) {
        return of(kind, language.choose(kind.detail, kind.englishDetail), language, List.of());
    }

    static Problem of(Kind kind, Language language, List<Fault> faults) {
        var errors = faults.stream()
                .map(fault ->
                        new Error(fault.field(), language.choose(fault.vietnamese(), fault.english()), fault.options()))
                .toList();
        return of(kind, language.choose(kind.detail, kind.englishDetail), language, errors);
    }

    static Problem of(Kind kind, String detail, Language language, List<Error> errors) {
        return new Problem(
                "urn:hotline1022:problem:" + kind.slug,
                language.choose(kind.title, kind.englishTitle),
                kind.status,
                detail,
                errors);
    }

    /** The kinds of problems; the first of a status stands for it when no more is known. */
    enum Kind {
        BAD_REQUEST(
                400,
                "bad-request",
                "Yêu cầu không đọc được",
                "Yêu cầu không đúng quy cách; vui lòng kiểm tra địa chỉ và tiêu đề.",
                "The request cannot be read",
                "The request is malformed; please check its address and headers."),
        MALFORMED_BODY(
                400,
                "malformed-body",
                "Nội dung gửi không đọc được",
                "Nội dung gửi phải là một đối tượng JSON hợp lệ, mã hóa UTF-8.",
                "The body cannot be read",
                "The body must be one valid JSON object encoded in UTF-8."),
        WRONG_TYPES(
                400,
                "wrong-types",
                "Kiểu dữ liệu không đúng",
                "Một số trường không đúng kiểu dữ liệu; xem danh sách lỗi.",
                "Wrong types",
                "Some fields have the wrong type; see the list of errors."),
        UNAUTHORIZED(
                401,
                "unauthorized",
                "Cần đăng nhập",
                "Cần tên và mật khẩu của một tài khoản được phép.",
                "Login needed",
                "Name and password of an account that may do this are needed."),
        FORBIDDEN(
                403,
                "forbidden",
                "Không được phép",
                "Tài khoản này không được làm việc đó.",
                "Not allowed",
                "This account may not do that."),
        NOT_FOUND(
                404, "not-found", "Không tìm thấy", "Địa chỉ này không có.", "Not found", "There is no such address."),
        NO_SUCH_PETITION(
                404,
                "no-such-petition",
                "Không tìm thấy phản ánh",
                "Không có phản ánh nào khớp với mã và khóa tra cứu đã cho.",
                "No such petition",
                "No petition matches this code and key."),
        METHOD(
                405,
                "method-not-allowed",
                "Không hỗ trợ phương thức này",
                "Địa chỉ này không nhận phương thức đã dùng.",
                "Method not allowed",
                "This address does not take that method."),
        NOT_ACCEPTABLE(
                406,
                "not-acceptable",
                "Không có định dạng được yêu cầu",
                "Giao diện này trả lời bằng application/json.",
                "Not acceptable",
                "This interface answers in application/json."),
        CONFLICT(
                409,
                "idempotency-conflict",
                "Khóa Idempotency-Key đã dùng",
                "Khóa này đã được dùng cho một phản ánh có nội dung khác; vui lòng dùng khóa mới.",
                "Idempotency-Key already used",
                "This key came before with another petition; please use a new one."),
        TOO_LARGE(
                413,
                "too-large",
                "Nội dung gửi quá lớn",
                "Nội dung gửi tối đa 1 MB.",
                "Body too large",
                "The body may have at most 1 MB."),
        MEDIA_TYPE(
                415,
                "unsupported-media-type",
                "Không hỗ trợ định dạng này",
                "Nội dung gửi phải có kiểu application/json, không nén.",
                "Unsupported media type",
                "The body must be application/json, not compressed."),
        FAULTY_FIELDS(
                422,
                "faulty-fields",
                "Thông tin chưa đúng",
                "Một số thông tin chưa đúng hoặc còn thiếu; xem danh sách lỗi.",
                "Faulty fields",
                "Some fields are wrong or missing; see the list of errors."),
        REFUSED(
                422,
                "refused",
                "Chưa thực hiện được",
                "Quy chế không cho phép thực hiện việc này.",
                "Refused",
                "The regulation does not allow this."),
        TOO_MANY(
                429,
                "too-many-requests",
                "Gửi quá nhiều trong một lúc",
                "Vui lòng chờ theo tiêu đề Retry-After rồi gửi lại.",
                "Too many requests",
                "Please wait as the header Retry-After says and send it again."),
        WRONG_KEYS(
                429,
                "too-many-wrong-keys",
                "Nhập sai khóa quá nhiều lần",
                "Vui lòng chờ hết thời gian ở tiêu đề Retry-After, hoặc dùng khóa tra cứu trên giấy báo nhận.",
                "Too many wrong keys",
                "Please wait as long as Retry-After says, or use the tracking key of the receipt."),
        INTERNAL(
                500,
                "internal",
                "Hệ thống gặp lỗi",
                "Hệ thống gặp lỗi, chưa ghi nhận yêu cầu; vui lòng thử lại sau.",
                "Internal error",
                "Something broke on our side; please try again later.");

        final int status;
        final String slug;
        final String title;
        final String detail;
        final String englishTitle;
        final String englishDetail;

        Kind(int status, String slug, String title, String detail, String englishTitle, String englishDetail) {
            this.status = status;
            this.slug = slug;
            this.title = title;
            this.detail = detail;
            this.englishTitle = englishTitle;
            this.englishDetail = englishDetail;
        }

        static Kind ofStatus(int status) {
            for (var kind : values()) {
                if (kind.status == status) {
                    return kind;
                }
            }
            return status < 500 ? BAD_REQUEST : INTERNAL;
        }
    }
}
