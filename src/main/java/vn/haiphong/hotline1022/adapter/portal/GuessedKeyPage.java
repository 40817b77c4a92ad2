package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.TooManyWrongKeys;

/** Whoever typed too many wrong keys is told how long to wait, and what opens at once. */
@ControllerAdvice(assignableTypes = {TrackPages.class, SendPages.class})
class GuessedKeyPage {

    @ExceptionHandler
    ModelAndView guessed(TooManyWrongKeys tooMany, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return new ModelAndView("portal/track", HttpStatus.TOO_MANY_REQUESTS)
                .addObject("code", "")
                .addObject("unknown", sentence(tooMany.seconds()));
    }

    static String sentence(long seconds) {
        var wait = seconds < 60 ? seconds + " giây" : (seconds + 59) / 60 + " phút";
        return "Đã nhập sai khóa quá nhiều lần. Vui lòng thử lại sau " + wait
                + ", hoặc dùng khóa tra cứu 14 ký tự trên giấy báo nhận.";
    }
}
