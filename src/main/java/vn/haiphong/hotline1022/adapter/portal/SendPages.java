package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.application.classify.PreviewClassification;
import vn.haiphong.hotline1022.application.classify.PreviewClassification.Preview;
import vn.haiphong.hotline1022.application.inform.AreaChoices;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.NewPetition;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.RateLimits;
import vn.haiphong.hotline1022.application.receive.IdempotencyConflict;
import vn.haiphong.hotline1022.application.receive.InvalidPetition;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.receive.JudgeFiles.Judged;
import vn.haiphong.hotline1022.application.receive.ReceiveOnce;
import vn.haiphong.hotline1022.domain.directory.CityBounds;
import vn.haiphong.hotline1022.domain.petition.TrackingKey;

/** Where citizens write, and where they read that it has arrived. */
@Controller
class SendPages {

    private static final String FORM = "portal/send";
    private static final String OUTSIDE = "ngoài địa bàn";
    private static final int ENOUGH_TO_SAY = 20;
    private static final int MOST_TO_SAY = 2000;
    // Where in the page the fields of a petition are; a fault elsewhere is told on top only.
    private static final Map<String, String> PLACES = Map.of(
            "petitioner.name", "name",
            "petitioner.phone", "phone",
            "petitioner.email", "email",
            "petitioner.tellBy", "tellBy",
            "place.address", "address",
            "place.area", "area");

    private final ReceiveOnce receive;
    private final JudgeFiles judge;
    private final TrackPetition track;
    private final AreaChoices areas;
    private final PreviewClassification preview;
    private final Pace pace;
    private final String portal;

    SendPages(
            ReceiveOnce receive,
            JudgeFiles judge,
            TrackPetition track,
            AreaChoices areas,
            PreviewClassification preview,
            RateLimits limits,
            @Value("${hotline.previews.per-network}") int previewsPerNetwork,
            @Value("${hotline.portal-url:}") String portal) {
        this.receive = receive;
        this.judge = judge;
        this.track = track;
        this.areas = areas;
        this.preview = preview;
        this.pace = new Pace(limits, "preview", previewsPerNetwork);
        this.portal = portal;
    }

    @GetMapping("/send")
    ModelAndView empty(HttpServletRequest request, HttpServletResponse response) {
        // Not "no-store": going back must find what was typed.
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        return form(HttpStatus.OK, PetitionForm.empty(), List.of(), request.getRemoteAddr());
    }

    /** What was written on the first page comes along; nothing is kept yet. */
    @PostMapping("/send")
    ModelAndView begun(@ModelAttribute PetitionForm form, HttpServletRequest request) {
        return form(HttpStatus.OK, form.hasToken() ? form : form.withNewToken(), List.of(), request.getRemoteAddr());
    }

    /** What the tables make of a text while it is being written; nothing of it is kept. */
    @PostMapping("/send/proposal")
    Object proposal(@ModelAttribute PetitionForm form, HttpServletRequest request) {
        return pace.allows(request.getRemoteAddr())
                ? new ModelAndView("portal/proposal :: proposal")
                        .addObject("form", form)
                        .addObject("proposal", preview(form))
                : ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    }

    private Preview preview(PetitionForm form) {
        var content = form.content() == null ? "" : form.content().strip();
        return content.length() < ENOUGH_TO_SAY || content.length() > MOST_TO_SAY
                ? null
                : preview.of(content, form.area());
    }

    /** Whoever reloads the address of a refused form, or shares it, starts afresh. */
    @GetMapping("/petitions")
    ModelAndView afresh() {
        return seeOther("/send");
    }

    @PostMapping("/petitions")
    ModelAndView send(@ModelAttribute PetitionForm form, NativeWebRequest request, HttpServletRequest caller) {
        var given = form.hasToken() ? form : form.withNewToken();
        var judged = judge.of(SentFiles.in(request));
        var faults = new ArrayList<Fault>();
        var petition = petition(given, judged, faults);
        if (!faults.isEmpty()) {
            faults.addAll(0, receive.faultsIn(petition));
            return form(HttpStatus.UNPROCESSABLE_ENTITY, given, faults, caller.getRemoteAddr());
        }
        try {
            var receipt = receive.from(petition, given.joined());
            return seeOther(UriComponentsBuilder.fromPath("/received/{code}")
                    .queryParam("key", "{key}")
                    .build(receipt.code().value(), receipt.trackingKey())
                    .toString());
        } catch (InvalidPetition invalid) {
            return form(HttpStatus.UNPROCESSABLE_ENTITY, given, invalid.faults(), caller.getRemoteAddr());
        } catch (IdempotencyConflict sentBefore) {
            return form(
                    HttpStatus.CONFLICT,
                    given.withNewToken(),
                    List.of(
                            new Fault(
                                    "",
                                    "Biểu mẫu này đã được gửi một lần với nội dung khác. Nếu đây là phản ánh khác, bấm Gửi lần nữa.",
                                    "This form was sent before with another text. If this is another matter, press Send again.")),
                    caller.getRemoteAddr());
        }
    }

    @GetMapping("/received/{code}")
    ModelAndView received(
            @PathVariable String code,
            @RequestParam(required = false) String key,
            HttpServletRequest request,
            Locale locale) {
        return track.byCode(code, key, request.getRemoteAddr())
                .map(petition -> new ModelAndView("portal/received")
                        .addObject("code", petition.code())
                        .addObject("key", key.strip())
                        .addObject("printedKey", TrackingKey.grouped(TrackingKey.typed(key)))
                        .addObject("told", petition.told().orElse(null))
                        .addObject("unreachable", !track.isReachable(petition.code()))
                        .addObject("receivedAt", OfficeTime.words(petition.receivedAt(), locale))
                        .addObject("dueAt", OfficeTime.words(petition.dueAt().orElse(null), locale))
                        .addObject(
                                "passedOnBy",
                                OfficeTime.words(petition.passedOnBy().orElse(null), locale))
                        .addObject("link", portal + "/track/" + petition.code()))
                .orElseGet(() -> new ModelAndView(
                        "portal/error", Map.of("message", ErrorPages.Message.of(404)), HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(HttpStatus status, PetitionForm form, List<Fault> faults, String from) {
        var errors = new LinkedHashMap<String, String>();
        for (var fault : faults) {
            errors.merge(
                    PLACES.getOrDefault(fault.field(), fault.field()),
                    PortalLanguage.words(fault),
                    (one, other) -> one + ". " + other);
        }
        var page = new ModelAndView(FORM, status);
        page.addObject("form", form);
        // Whoever asks too often can write all the same, and is not told what the tables say.
        if (pace.allows(from)) {
            page.addObject("proposal", preview(form));
        }
        page.addObject("errors", errors);
        page.addObject("areas", AreaGroups.of(areas.now()));
        return page;
    }

    private static NewPetition petition(PetitionForm form, Judged judged, List<Fault> faults) {
        var occurredAt = occurredAt(form.occurredAt(), faults);
        var position = position(form, faults);
        faults.addAll(judged.faults());
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
                position.map(Position::lat).orElse(null),
                position.map(Position::lon).orElse(null),
                occurredAt,
                form.mayBePublished(),
                judged.files(),
                "portal-" + form.token(),
                new NewPetition.Agreement(form.mayBeProcessed(), "checkbox", PetitionForm.WORDING));
    }

    private record Position(Double lat, Double lon) {}

    /** The position, where somebody sent it along: in the city or near it, unless the matter is elsewhere. */
    private static Optional<Position> position(PetitionForm form, List<Fault> faults) {
        if (!form.hasPosition()) {
            return Optional.empty();
        }
        try {
            var position = new Position(
                    Double.valueOf(form.lat().strip()),
                    Double.valueOf(form.lon().strip()));
            if (CityBounds.contain(position.lat(), position.lon()) || OUTSIDE.equals(form.area())) {
                return Optional.of(position);
            }
        } catch (NumberFormatException e) {
            // falls through to the fault
        }
        faults.add(new Fault(
                "place.address",
                "Vị trí gửi kèm không ở Hải Phòng; bỏ vị trí, ghi địa điểm bằng chữ",
                "The position is not in Hải Phòng; remove it and describe the place"));
        return Optional.empty();
    }

    private static Instant occurredAt(String typed, List<Fault> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return OfficeTime.parse(typed);
        } catch (DateTimeException e) {
            faults.add(new Fault(
                    "occurredAt",
                    "Thời điểm chưa đúng; ví dụ 08:00 ngày 18/09/2024",
                    "Not a time; for example 08:00 18/09/2024"));
            return null;
        }
    }

    private static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, true, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
