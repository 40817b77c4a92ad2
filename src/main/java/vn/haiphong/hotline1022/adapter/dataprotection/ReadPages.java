package vn.haiphong.hotline1022.adapter.dataprotection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.port.Sheets;
import vn.haiphong.hotline1022.application.privacy.ListReads;
import vn.haiphong.hotline1022.application.privacy.ListReads.Asked;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Who looked at whose data: row by row for the officers, counted for the managers. */
@Controller
class ReadPages {

    private final ListReads reads;
    private final Sheets sheets;

    ReadPages(ListReads reads, Sheets sheets) {
        this.reads = reads;
        this.sheets = sheets;
    }

    @GetMapping("/data-protection/reads")
    ModelAndView first() {
        return list(new Asked("", "", "", "", null, null), 0);
    }

    /** What is asked for names people: it never stands in an address. */
    @PostMapping("/data-protection/reads")
    ModelAndView list(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int page) {
        return list(new Asked(phone, email, code, user, day(from), day(to)), page);
    }

    private ModelAndView list(Asked asked, int page) {
        var found = reads.page(asked, page);
        return new ModelAndView("dataprotection/reads")
                .addObject("asked", asked)
                .addObject("page", Math.max(0, page))
                .addObject("size", ListReads.PAGE)
                .addObject("found", found);
    }

    @PostMapping("/data-protection/reads.csv")
    void csv(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        var sheet = reads.sheet(new Asked(phone, email, code, user, day(from), day(to)));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"nhat-ky-xem-du-lieu.csv\"");
        sheets.csv(sheet, response.getOutputStream());
    }

    @GetMapping("/data-protection/figures")
    ModelAndView figures() {
        return new ModelAndView("dataprotection/figures").addObject("figures", reads.figures());
    }

    private static LocalDate day(String given) {
        try {
            return given.isBlank() ? null : LocalDate.parse(given.strip());
        } catch (DateTimeException e) {
            throw new BusinessRefusal("from", "Ngày chưa đúng; ví dụ 2026-07-01.");
        }
    }
}
