package vn.haiphong.hotline1022.adapter.open311;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the doors refuse, in the format that was asked for. */
@RestControllerAdvice(basePackageClasses = Open311Advice.class)
class Open311Advice {

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Open311Problem problem, HttpServletRequest request) {
        return Answers.of(problem, Format.ofAddress(request.getRequestURI()), Answers.language(request));
    }
}
