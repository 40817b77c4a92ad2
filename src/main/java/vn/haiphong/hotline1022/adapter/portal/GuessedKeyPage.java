package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.TooManyWrongKeys;

/** Whoever typed too many wrong keys is told how long to wait, and what opens at once. */
@ControllerAdvice(basePackageClasses = GuessedKeyPage.class)
class GuessedKeyPage {

    private final MessageSource messages;

    GuessedKeyPage(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ModelAndView guessed(TooManyWrongKeys tooMany, Locale locale, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return new ModelAndView("portal/track", HttpStatus.TOO_MANY_REQUESTS)
                .addObject("code", "")
                .addObject("unknown", sentence(tooMany.seconds(), locale));
    }

    private String sentence(long seconds, Locale locale) {
        return seconds < 60
                ? messages.getMessage("track.guessed.seconds", new Object[] {seconds}, locale)
                : messages.getMessage("track.guessed.minutes", new Object[] {(seconds + 59) / 60}, locale);
    }
}
