package vn.haiphong.hotline1022.adapter.dataprotection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** What every page about personal data knows: who is looking; and what happens where one says no. */
@ControllerAdvice(basePackageClasses = DataProtectionAdvice.class)
class DataProtectionAdvice {

    static final String OFFICERS = "data-protection";

    private final Said said;

    DataProtectionAdvice(Said said) {
        this.said = said;
    }

    /** @param officer what is offered; what is allowed is decided at the door */
    record Me(String user, String name, boolean officer, boolean manager) {}

    @ModelAttribute("me")
    Me me(HttpServletRequest request) {
        var user = request.getRemoteUser();
        return new Me(user, said.who(user), request.isUserInRole(OFFICERS), request.isUserInRole("managers"));
    }

    /** Nothing of it stays in a browser. */
    @ModelAttribute
    void notKept(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }

    @ExceptionHandler
    void nothingThere(NoSuchElementException missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler
    ModelAndView refused(BusinessRefusal refusal, HttpServletRequest request) {
        return new ModelAndView("dataprotection/refused", HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("message", refusal.getMessage())
                .addObject("me", me(request));
    }
}
