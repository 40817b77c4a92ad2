package vn.haiphong.hotline1022.adapter.dataprotection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.haiphong.hotline1022.application.port.DataRequests.Kind;
import vn.haiphong.hotline1022.application.port.DataRequests.State;
import vn.haiphong.hotline1022.application.port.PersonalFiles;
import vn.haiphong.hotline1022.application.privacy.ErasePersonalData;
import vn.haiphong.hotline1022.application.privacy.ExportPersonalData;
import vn.haiphong.hotline1022.application.privacy.FindPerson;
import vn.haiphong.hotline1022.application.privacy.HandleDataRequests;

/** What people ask about their data: recognised, proposed, approved by a second, carried out, proved. */
@Controller
class RequestPages {

    private static final int MOST = 200;

    private final HandleDataRequests handle;
    private final FindPerson findPerson;
    private final ErasePersonalData erase;
    private final ExportPersonalData export;
    private final PersonalFiles files;

    RequestPages(
            HandleDataRequests handle,
            FindPerson findPerson,
            ErasePersonalData erase,
            ExportPersonalData export,
            PersonalFiles files) {
        this.handle = handle;
        this.findPerson = findPerson;
        this.erase = erase;
        this.export = export;
        this.files = files;
    }

    @GetMapping("/data-protection/login")
    ModelAndView login(HttpServletRequest request) {
        return new ModelAndView("dataprotection/login")
                .addObject("wrong", request.getParameter("error") != null)
                .addObject("out", request.getParameter("out") != null);
    }

    @GetMapping("/data-protection")
    ModelAndView list() {
        return new ModelAndView("dataprotection/requests").addObject("requests", handle.latest(MOST));
    }

    /** The dry run: cases of a person, and how many rows of each table an erasure would touch. */
    @PostMapping("/data-protection/person")
    ModelAndView person(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email) {
        return new ModelAndView("dataprotection/person")
                .addObject("given", Map.of("name", name, "phone", phone, "email", email))
                .addObject("found", findPerson.by(name, phone, email));
    }

    /** The proof: where the person still stands. */
    @PostMapping("/data-protection/traces")
    ModelAndView traces(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email) {
        return new ModelAndView("dataprotection/traces").addObject("traces", findPerson.traces(name, phone, email));
    }

    @PostMapping("/data-protection/requests")
    String propose(
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String identified,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        var id = handle.propose(kind, name, phone, email, identified, code, key, note);
        next.addFlashAttribute("done", "Đã trình. Người thứ hai xem và duyệt.");
        return "redirect:/data-protection/requests/" + id;
    }

    @GetMapping("/data-protection/requests/{id}")
    ModelAndView show(@PathVariable long id) {
        var request = handle.show(id);
        return new ModelAndView("dataprotection/request")
                .addObject("request", request)
                .addObject("cases", handle.casesOf(request));
    }

    @PostMapping("/data-protection/requests/{id}/decide")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String approved,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        var outcome = handle.decide(id, approved.equals("yes"), note);
        return shown(id, outcome, next);
    }

    @PostMapping("/data-protection/requests/{id}/continue")
    String carryOn(@PathVariable long id, RedirectAttributes next) {
        return shown(id, erase.carryOut(id), next);
    }

    private String shown(long id, ErasePersonalData.Outcome outcome, RedirectAttributes next) {
        var request = handle.find(id);
        if (request.kind() == Kind.erasure && request.state() == State.done) {
            next.addFlashAttribute("traces", outcome.traces());
        }
        next.addFlashAttribute("done", "Đã ghi quyết định.");
        return "redirect:/data-protection/requests/" + id;
    }

    @PostMapping("/data-protection/requests/{id}/withdrawal")
    String settle(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String erases,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        var proposal = handle.settleWithdrawal(id, erases.equals("yes"), note);
        next.addFlashAttribute(
                "done",
                proposal == null
                        ? "Đã ghi: dữ liệu được giữ theo căn cứ đã nêu."
                        : "Đã ghi và trình xóa, yêu cầu số " + proposal + "; người thứ hai duyệt.");
        return "redirect:/data-protection";
    }

    @PostMapping("/data-protection/requests/{id}/file")
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        var dossier = export.of(id);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"du-lieu-ca-nhan-" + id + ".zip\"");
        files.write(dossier, response.getOutputStream());
    }
}
