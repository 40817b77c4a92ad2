package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.application.inform.AreaChoices;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.receive.IdempotencyConflict;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.application.receive.ReceiveOnce;

/** Where citizens write, and where they read that it has arrived. */
@Controller
class SendPages {

    private static final String FORM = "portal/send";
    // Where in the page the fields of a petition are; a fault elsewhere is told on top only.
    private static final Map<String, String> PLACES = Map.of(
            "petitioner.name", "name",
            "petitioner.phone", "phone",
            "petitioner.email", "email",
            "petitioner.tellBy", "tellBy",
            "place.address", "address",
            "place.area", "area");

    private final ReceiveOnce receive;
    private final TrackPetition track;
    private final AreaChoices areas;

    SendPages(ReceiveOnce receive, TrackPetition track, AreaChoices areas) {
        this.receive = receive;
        this.track = track;
        this.areas = areas;
    }

    @GetMapping("/")
    ModelAndView empty(HttpServletResponse response) {
        // Not "no-store": going back must find what was typed.
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        return form(HttpStatus.OK, PetitionForm.empty(), List.of());
    }

    /** Whoever reloads the address of a refused form, or shares it, starts afresh. */
    @GetMapping("/petitions")
    ModelAndView afresh() {
        return seeOther("/");
    }

    @PostMapping("/petitions")
    ModelAndView send(@ModelAttribute PetitionForm form, NativeWebRequest request) {
        var given = form.hasToken() ? form : form.withNewToken();
        var upload = request.getNativeRequest(MultipartRequest.class);
        var attachments = Attachments.of(upload == null ? List.of() : upload.getFiles("files"));
        var faults = new ArrayList<Fault>();
        var petition = petition(given, attachments, faults);
        if (!faults.isEmpty()) {
            faults.addAll(0, receive.faultsIn(petition));
            return form(HttpStatus.UNPROCESSABLE_ENTITY, given, faults);
        }
        try {
            var receipt = receive.from(petition);
            return seeOther(UriComponentsBuilder.fromPath("/received/{code}")
                    .queryParam("key", "{key}")
                    .build(receipt.code().value(), receipt.trackingKey())
                    .toString());
        } catch (InvalidPetition invalid) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, given, invalid.faults());
        } catch (IdempotencyConflict sentBefore) {
            return form(
                    HttpStatus.CONFLICT,
                    given.withNewToken(),
                    List.of(new Fault(
                            "",
                            "Biểu mẫu này đã được gửi một lần với nội dung khác. Nếu đây là phản ánh khác, bấm Gửi lần nữa.",
                            "This form was sent before with another text.")));
        }
    }

    @GetMapping("/received/{code}")
    ModelAndView received(
            @PathVariable String code, @RequestParam(required = false) String key, HttpServletRequest request) {
        return track.byCode(code, key, request.getRemoteAddr())
                .map(petition -> new ModelAndView("portal/received")
                        .addObject("code", petition.code())
                        .addObject("key", key.strip())
                        .addObject("told", petition.told().orElse(null))
                        .addObject("receivedAt", OfficeTime.words(petition.receivedAt())))
                .orElseGet(() -> new ModelAndView(
                        "portal/error", Map.of("message", ErrorPages.Message.of(404)), HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(HttpStatus status, PetitionForm form, List<Fault> faults) {
        var errors = new LinkedHashMap<String, String>();
        for (var fault : faults) {
            errors.merge(
                    PLACES.getOrDefault(fault.field(), fault.field()),
                    fault.vietnamese(),
                    (one, other) -> one + ". " + other);
        }
        var page = new ModelAndView(FORM, status);
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("areas", AreaGroups.of(areas.now()));
        return page;
    }

    private static NewPetition petition(PetitionForm form, Attachments attachments, List<Fault> faults) {
        var occurredAt = occurredAt(form.occurredAt(), faults);
        faults.addAll(attachments.faults());
        if (!form.mayBeProcessed()) {
            faults.add(new Fault(
                    "consentToProcess",
                    "Cần đánh dấu đồng ý để Tổng đài được xử lý thông tin của bạn",
                    "Please agree to the processing of your data"));
        }
        return new NewPetition(
                "portal",
                form.content(),
                new Petitioner(form.name(), form.phone(), form.email(), form.tellBy()),
                form.address(),
                form.area(),
                null,
                null,
                occurredAt,
                form.mayBePublished(),
                attachments.files(),
                "portal-" + form.token());
    }

    private static Instant occurredAt(String typed, List<Fault> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return OfficeTime.parse(typed);
        } catch (DateTimeException e) {
            faults.add(new Fault("occurredAt", "Thời điểm chưa đúng; ví dụ 2024-09-18T08:00", "Not a time"));
            return null;
        }
    }

    private static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, true, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
