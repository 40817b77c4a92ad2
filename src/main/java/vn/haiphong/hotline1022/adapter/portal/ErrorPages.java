package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
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

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    /** Keys of what a page about a failure says. */
    record Message(String title, String advice) {

        static final Message NOT_YOURS = named("rules");
        static final Message NO_RATING = named("rating");
        static final Message NO_LETTER = named("letter");

        static Message of(int status) {
            return switch (status) {
                case 400, 404, 405, 413, 429 -> named(String.valueOf(status));
                case 401, 403 -> named("403");
                default -> named(status < 500 ? "4xx" : "5xx");
            };
        }

        private static Message named(String what) {
            return new Message("error." + what + ".title", "error." + what + ".advice");
        }
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var message = status == 403 && isAt(request, "/rules") ? Message.NOT_YOURS : Message.of(status);
        if (isForPrograms(request)) {
            var problem = ProblemDetail.forStatus(status);
            problem.setTitle(messages.getMessage(message.title(), null, PortalLanguage.VIETNAMESE));
            problem.setDetail(messages.getMessage(message.advice(), null, PortalLanguage.VIETNAMESE));
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
