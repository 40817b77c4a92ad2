package vn.haiphong.hotline1022.adapter.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.inform.ReadLetter;
import vn.haiphong.hotline1022.application.inform.ReadLetter.Shown;

/**
 * Whether a letter of reply is genuine and unchanged, for anybody who holds one. Nothing here says who wrote to the hotline, or
 * what; a copy that is looked at is not kept.
 */
@Controller
@RequestMapping("/verify/{id}")
class VerifyPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final ReadLetter readLetter;

    VerifyPages(ReadLetter readLetter) {
        this.readLetter = readLetter;
    }

    @ModelAttribute
    void notForSearchEngines(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    ModelAndView ask(@PathVariable String id) {
        return readLetter.shown(id).map(VerifyPages::page).orElseGet(VerifyPages::unknown);
    }

    @PostMapping
    ModelAndView compare(
            @PathVariable String id,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String sha256)
            throws IOException {
        var letter = readLetter.shown(id);
        if (letter.isEmpty()) {
            return unknown();
        }
        var page = page(letter.get());
        var given = file != null && !file.isEmpty() ? ReadLetter.sha256(file.getBytes()) : sha256;
        if (!ReadLetter.isSha256(given)) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("refusal", "Chọn tệp PDF, hoặc ghi đủ 64 ký tự của mã băm SHA-256.");
        }
        return page.addObject("compared", readLetter.isGenuine(id, given) ? "same" : "different");
    }

    private static ModelAndView page(Shown letter) {
        return new ModelAndView("portal/verify")
                .addObject("letter", letter)
                .addObject("day", DAY.format(letter.date()));
    }

    private static ModelAndView unknown() {
        return new ModelAndView("portal/error", Map.of("message", ErrorPages.Message.NO_LETTER), HttpStatus.NOT_FOUND);
    }
}
