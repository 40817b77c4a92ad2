package vn.haiphong.hotline1022.adapter.dataprotection;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.haiphong.hotline1022.application.privacy.ApplyRetention;

/** What is past its time: looked at, proposed, approved by a second; the register of what was deleted. */
@Controller
class RetentionPages {

    private final ApplyRetention retention;
    private final Housekeeping housekeeping;

    RetentionPages(ApplyRetention retention, Housekeeping housekeeping) {
        this.retention = retention;
        this.housekeeping = housekeeping;
    }

    @GetMapping("/data-protection/retention")
    ModelAndView show() {
        return new ModelAndView("dataprotection/retention")
                .addObject("due", retention.dryRun())
                .addObject("runs", retention.runs());
    }

    @PostMapping("/data-protection/retention")
    String propose(@RequestParam String kept, RedirectAttributes next) {
        retention.propose(kept);
        return back(next, "Đã trình. Người thứ hai xem và duyệt.");
    }

    @PostMapping("/data-protection/retention/{id}/approve")
    String approve(@PathVariable long id, RedirectAttributes next) {
        retention.approve(id);
        housekeeping.soon();
        return back(next, "Đã duyệt. Việc xóa chạy từng phần nhỏ; tải lại trang để xem đã đến đâu.");
    }

    @PostMapping("/data-protection/retention/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes next) {
        retention.withdraw(id);
        return back(next, "Đã rút đợt xóa này.");
    }

    private static String back(RedirectAttributes next, String done) {
        next.addFlashAttribute("done", done);
        return "redirect:/data-protection/retention";
    }
}
