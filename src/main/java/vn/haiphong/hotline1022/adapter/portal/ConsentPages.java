package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.Consents.Purpose;
import vn.haiphong.hotline1022.application.privacy.AgreeToPublish;
import vn.haiphong.hotline1022.application.privacy.WithdrawConsent;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Where a sender sees what he agreed to, and takes it back. The way in is the tracking page, with its key. */
@Controller
class ConsentPages {

    private final TrackPetition track;
    private final WithdrawConsent withdraw;
    private final AgreeToPublish agree;
    private final MessageSource messages;

    ConsentPages(TrackPetition track, WithdrawConsent withdraw, AgreeToPublish agree, MessageSource messages) {
        this.track = track;
        this.withdraw = withdraw;
        this.agree = agree;
        this.messages = messages;
    }

    @ModelAttribute
    void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @PostMapping("/track/{code}/consents")
    ModelAndView show(
            @PathVariable String code, @RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        return known(code, key, request).map(known -> page(known, key)).orElseGet(() -> unknown(code));
    }

    @PostMapping("/track/{code}/consents/withdraw")
    ModelAndView withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request) {
        var known = known(code, key, request);
        var asked = Arrays.stream(Purpose.values())
                .filter(one -> one.name().equals(purpose))
                .findFirst();
        if (known.isEmpty() || asked.isEmpty()) {
            return unknown(code);
        }
        if (!sure.equals("yes")) { // there is no way back: one slip of a finger is not enough
            return page(known.get(), key).addObject("asking", asked.get().name());
        }
        try {
            withdraw.with(known.get(), key.strip(), asked.get());
            return page(known.get(), key).addObject("withdrawn", asked.get().name());
        } catch (BusinessRefusal refusal) {
            var page = page(known.get(), key).addObject("refusal", refusal.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    /** Silence is not consent, and neither is an odd value: the box has to be ticked. */
    @PostMapping("/track/{code}/consents/agree")
    ModelAndView agree(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String publish,
            HttpServletRequest request) {
        var known = known(code, key, request);
        if (known.isEmpty()) {
            return unknown(code);
        }
        if (!"yes".equals(publish)) {
            var page = page(known.get(), key).addObject("unticked", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        try {
            agree.with(known.get(), key.strip());
            return page(known.get(), key).addObject("agreed", true);
        } catch (BusinessRefusal refusal) {
            var page = page(known.get(), key).addObject("refusal", refusal.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    /** Wrong keys are counted as everywhere. */
    private Optional<String> known(String code, String key, HttpServletRequest request) {
        return track.bySender(code, key, request.getRemoteAddr()).map(petition -> petition.code());
    }

    private ModelAndView page(String code, String key) {
        var consents = withdraw.shown(code, key.strip());
        return new ModelAndView("portal/consents")
                .addObject("code", code)
                .addObject("key", key.strip())
                .addObject("consents", consents)
                .addObject("mayAgree", agree.mayBeAsked(code, key.strip()))
                .addObject(
                        "given",
                        consents.stream()
                                .map(one -> OfficeTime.words(one.givenAt(), LocaleContextHolder.getLocale()))
                                .toList());
    }

    private ModelAndView unknown(String code) {
        return new ModelAndView("portal/track", HttpStatus.NOT_FOUND)
                .addObject("code", code.length() > 40 ? "" : code)
                .addObject("unknown", messages.getMessage("track.unknown", null, LocaleContextHolder.getLocale()));
    }
}
