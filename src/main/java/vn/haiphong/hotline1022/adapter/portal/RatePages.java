package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.application.reply.RatingLink;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * Rating in one tap from a letter. Mail scanners follow every link, so that looking never rates: the page has the grade chosen, and
 * one button. It shows nothing of the petition but its code.
 */
@Controller
@RequestMapping("/rate/{code}")
class RatePages {

    private final RatingLink link;
    private final RatePetition rate;
    private final MessageSource messages;

    RatePages(RatingLink link, RatePetition rate, MessageSource messages) {
        this.link = link;
        this.rate = rate;
        this.messages = messages;
    }

    @ModelAttribute
    void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sign,
            @RequestParam(defaultValue = "") String grade) {
        return link.opens(code, sign)
                .map(petition -> page(petition.code(), sign, Map.of("rating", grade))
                        .addObject("over", !rate.waitsFor(petition)))
                .orElseGet(RatePages::unknown);
    }

    @PostMapping
    ModelAndView rate(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sign,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String reopen) {
        var petition = link.opens(code, sign);
        if (petition.isEmpty()) {
            return unknown();
        }
        var page = page(petition.get().code(), sign, Map.of("rating", rating, "reason", reason, "reopen", reopen));
        try {
            rate.signed(
                    petition.get().code(),
                    sign,
                    rating.matches("[1-4]") ? Integer.parseInt(rating) : 0,
                    reason,
                    reopen.equals("yes"));
            var thanks = reopen.equals("yes") ? "status.rate.thanks.reopen" : "status.rate.thanks";
            return page.addObject("thanks", messages.getMessage(thanks, null, LocaleContextHolder.getLocale()));
        } catch (BusinessRefusal refusal) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("refusedField", refusal.field()).addObject("refusal", refusal.getMessage());
        }
    }

    private static ModelAndView page(String code, String sign, Map<String, String> typed) {
        return new ModelAndView("portal/rate", Map.of("code", code, "sign", sign, "typed", typed));
    }

    private static ModelAndView unknown() {
        return new ModelAndView("portal/error", Map.of("message", ErrorPages.Message.NO_RATING), HttpStatus.NOT_FOUND);
    }
}
