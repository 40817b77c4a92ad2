package vn.haiphong.hotline1022.adapter.rules;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.rules.ListRules.NoSuchRules;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** What every page of the tables knows: who is looking; and what happens where one says no. */
@ControllerAdvice(basePackageClasses = RulesAdvice.class)
class RulesAdvice {

    private final Wording wording;

    RulesAdvice(Wording wording) {
        this.wording = wording;
    }

    /**
     * What is offered to whoever looks; what is allowed is decided at the door.
     *
     * @param drafts may draft, propose, withdraw and go back
     * @param approves decides in Tasklist, and may go back
     */
    record Me(String user, String name, boolean drafts, boolean approves) {

        public boolean goesBack() {
            return drafts || approves;
        }
    }

    @ModelAttribute("me")
    Me me(HttpServletRequest request) {
        var user = request.getRemoteUser();
        return new Me(
                user, wording.who(user), request.isUserInRole("rule-admins"), request.isUserInRole("rule-approvers"));
    }

    @ExceptionHandler
    void nothingThere(NoSuchRules missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler
    ModelAndView refused(BusinessRefusal refusal, HttpServletRequest request) {
        return new ModelAndView("rules/refused", HttpStatus.BAD_REQUEST)
                .addObject("message", refusal.getMessage())
                .addObject("me", me(request));
    }
}
