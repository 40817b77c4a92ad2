package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haiphong.hotline1022.application.hear.HearCitizen;
import vn.haiphong.hotline1022.application.inform.OpenFiles;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.inform.TrackPetition;
import vn.haiphong.hotline1022.application.port.CheckedFile;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.application.receive.AddFiles;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * Where citizens follow what they sent, answer a question and rate the answer. Nothing here is kept by the browser or
 * found by a search engine, and a typed key never gets into an address.
 */
@Controller
@RequestMapping("/track")
class TrackPages {

    private static final int LONGEST_CODE = 40;

    private final TrackPetition track;
    private final SupplementPetition supplement;
    private final RatePetition rate;
    private final AddFiles addFiles;
    private final JudgeFiles judge;
    private final OpenFiles openFiles;
    private final MessageSource messages;
    private final ReadLetter readLetter;
    private final HearCitizen hearCitizen;

    TrackPages(
            TrackPetition track,
            SupplementPetition supplement,
            RatePetition rate,
            AddFiles addFiles,
            JudgeFiles judge,
            OpenFiles openFiles,
            MessageSource messages,
            ReadLetter readLetter,
            HearCitizen hearCitizen) {
        this.track = track;
        this.supplement = supplement;
        this.rate = rate;
        this.addFiles = addFiles;
        this.judge = judge;
        this.openFiles = openFiles;
        this.messages = messages;
        this.readLetter = readLetter;
        this.hearCitizen = hearCitizen;
    }

    @ModelAttribute
    void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    ModelAndView ask() {
        return question("", HttpStatus.OK);
    }

    /** The way in from a letter. */
    @GetMapping("/{code}")
    ModelAndView open(
            @PathVariable String code, @RequestParam(required = false) String key, HttpServletRequest request) {
        return key == null ? question(code, HttpStatus.OK) : show(code, key, request);
    }

    @PostMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request) {
        return track.byCode(code, key, request.getRemoteAddr())
                .map(petition -> status(petition, key))
                .orElseGet(() -> question(code, HttpStatus.NOT_FOUND));
    }

    /** Somebody reloaded the page after a refusal: the key is not in the address, so it must be asked for. */
    @GetMapping({
        "/{code}/supplement",
        "/{code}/rating",
        "/{code}/files",
        "/{code}/letter",
        "/{code}/message",
        "/{code}/consents",
        "/{code}/consents/withdraw",
        "/{code}/consents/agree"
    })
    ModelAndView again(@PathVariable String code) {
        var redirect = new RedirectView(
                code.length() > LONGEST_CODE
                        ? "/track" // what is longer than any code fits into no header either
                        : UriComponentsBuilder.fromPath("/track/{code}")
                                .build(code)
                                .toString(),
                true,
                false,
                false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    @PostMapping("/{code}/supplement")
    ModelAndView supplement(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return act(
                code,
                key,
                request,
                "status.question.thanks",
                Map.of("text", text),
                petition -> supplement.with(petition, key.strip(), text));
    }

    @PostMapping("/{code}/rating")
    ModelAndView rating(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String reopen,
            NativeWebRequest upload,
            HttpServletRequest request) {
        var wantsReopening = reopen.equals("yes");
        return act(
                code,
                key,
                request,
                wantsReopening ? "status.rate.thanks.reopen" : "status.rate.thanks",
                Map.of("rating", rating, "reason", reason, "reopen", reopen),
                petition -> withFiles(
                        petition,
                        key,
                        upload,
                        "rating-files",
                        () -> rate.with(
                                petition,
                                key.strip(),
                                rating.matches("[1-4]") ? Integer.parseInt(rating) : 0,
                                reason,
                                wantsReopening)));
    }

    /** Only with the full key: the last digits of a telephone are known to others. */
    @PostMapping("/{code}/files")
    ModelAndView files(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            NativeWebRequest upload,
            HttpServletRequest request) {
        return act(code, key, request, "status.files.thanks", Map.of(), petition -> {
            mayAdd(petition, key);
            return addFiles.bySender(petition, key.strip(), judged(upload));
        });
    }

    private void mayAdd(String code, String key) {
        if (!addFiles.mayAdd(code, key.strip())) {
            throw new BusinessRefusal("files", "Chỉ gửi thêm tệp được bằng khóa tra cứu 14 ký tự trên giấy báo nhận.");
        }
    }

    private List<CheckedFile> judged(NativeWebRequest upload) {
        var judged = judge.of(SentFiles.in(upload));
        if (!judged.faults().isEmpty()) {
            throw new BusinessRefusal(
                    "files",
                    judged.faults().stream().map(PortalLanguage::words).collect(Collectors.joining(". ")) + ".");
        }
        return judged.files();
    }

    /** Pictures that show what somebody says of an answer; a fault is told where they were chosen. */
    private boolean withFiles(String code, String key, NativeWebRequest upload, String field, BooleanSupplier words) {
        try {
            if (SentFiles.in(upload).stream().anyMatch(file -> file.size() > 0)) {
                mayAdd(code, key);
            }
            return addFiles.withWords(code, key.strip(), judged(upload), words);
        } catch (BusinessRefusal refusal) {
            throw "files".equals(refusal.field()) ? new BusinessRefusal(field, refusal.getMessage()) : refusal;
        }
    }

    /** Whatever else somebody wants to say about what he sent, at any time. */
    @PostMapping("/{code}/message")
    ModelAndView message(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String message,
            NativeWebRequest upload,
            HttpServletRequest request) {
        return act(
                code,
                key,
                request,
                "status.message.thanks",
                Map.of("message", message),
                petition -> withFiles(
                        petition,
                        key,
                        upload,
                        "message-files",
                        () -> hearCitizen.message(petition, message, "portal").isPresent()));
    }

    /** For the holder of the key alone: it carries a name. */
    @PostMapping("/{code}/letter")
    Object letter(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String round,
            HttpServletRequest request) {
        return track.bySender(code, key, request.getRemoteAddr())
                .flatMap(petition -> round.matches("\\d{1,4}")
                        ? readLetter.ofEarlierAnswer(petition.code(), Integer.parseInt(round))
                        : readLetter.ofAnswer(petition.code()))
                .<Object>map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name())
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .cacheControl(CacheControl.noStore())
                        .body(file.pdf()))
                .orElseGet(() -> question(code, HttpStatus.NOT_FOUND));
    }

    private interface Act {
        boolean on(String code);
    }

    /** Does it, for the holder of the key, and shows how the petition stands then, or what stood in the way, with all that was typed. */
    private ModelAndView act(
            String code, String key, HttpServletRequest request, String thanks, Map<String, String> typed, Act act) {
        var petition = track.bySender(code, key, request.getRemoteAddr());
        try {
            if (petition.isEmpty() || !act.on(petition.get().code())) {
                return question(code, HttpStatus.NOT_FOUND);
            }
        } catch (BusinessRefusal refusal) {
            var page = status(petition.get(), key);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("typed", typed);
            page.addObject("refusedField", refusal.field());
            page.addObject("refusal", refusal.getMessage());
            return page;
        }
        return show(code, key, request).addObject("thanks", say(thanks));
    }

    private ModelAndView status(PetitionStatus petition, String key) {
        var files = openFiles.ofSender(petition.code(), key.strip());
        return new ModelAndView("portal/status")
                .addObject("petition", StatusPage.of(petition, messages, LocaleContextHolder.getLocale()))
                .addObject("key", key.strip())
                .addObject("files", FilesPart.of(petition, files, messages, LocaleContextHolder.getLocale()))
                .addObject("sender", files.opens())
                .addObject("typed", Map.of());
    }

    private ModelAndView question(String code, HttpStatus status) {
        return new ModelAndView("portal/track", status)
                .addObject("code", code.length() > LONGEST_CODE ? "" : code)
                .addObject("unknown", status == HttpStatus.NOT_FOUND ? say("track.unknown") : null);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
