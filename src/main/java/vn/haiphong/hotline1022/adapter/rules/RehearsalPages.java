package vn.haiphong.hotline1022.adapter.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.Rehearsals.Difference;
import vn.haiphong.hotline1022.application.port.Rehearsals.Rehearsal;
import vn.haiphong.hotline1022.application.port.Rehearsals.State;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.Sheets;
import vn.haiphong.hotline1022.application.rehearse.RehearseRules;
import vn.haiphong.hotline1022.application.rehearse.RerouteCases;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.WatchRules;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** The rehearsal of a change: how it goes, what came of it, and the open cases afterwards. No petition is quoted here. */
@Controller
class RehearsalPages {

    private static final int PAGE = 50;

    private final DraftRules draft;
    private final RehearseRules rehearse;
    private final Rehearsals rehearsals;
    private final RerouteCases reroute;
    private final WatchRules watch;
    private final RehearsalPanel panel;
    private final Sheets sheets;

    RehearsalPages(
            DraftRules draft,
            RehearseRules rehearse,
            Rehearsals rehearsals,
            RerouteCases reroute,
            WatchRules watch,
            RehearsalPanel panel,
            Sheets sheets) {
        this.draft = draft;
        this.rehearse = rehearse;
        this.rehearsals = rehearsals;
        this.reroute = reroute;
        this.watch = watch;
        this.panel = panel;
        this.sheets = sheets;
    }

    /** @param kind only petitions that differ in this; empty: all */
    @GetMapping("/rules/changes/{id}/rehearsal")
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page) {
        var change = draft.find(id);
        var shown = panel.of(change);
        var view =
                new ModelAndView("rules/rehearsed").addObject("change", change).addObject("panel", shown);
        if (shown.last() != null && shown.last().state() == State.finished) {
            var chosen = kind.isBlank() ? null : kind;
            var all = rehearsals.countDifferences(shown.last().id(), chosen);
            var pages = (int) Math.max(1, (all + PAGE - 1) / PAGE);
            var at = Math.min(Math.max(1, page), pages);
            view.addObject("summary", shown.last().summary())
                    .addObject("kind", kind)
                    .addObject("page", at)
                    .addObject("pages", pages)
                    .addObject("listed", all)
                    .addObject(
                            "differences", rehearsals.differences(shown.last().id(), chosen, (at - 1) * PAGE, PAGE));
        }
        return view.addObject("watched", watch.loadsOf(change));
    }

    /** For the progress bar, where there is a script. */
    @GetMapping("/rules/changes/{id}/rehearsal/progress")
    @ResponseBody
    Map<String, Object> progress(@PathVariable long id) {
        var shown = panel.of(draft.find(id));
        return Map.of("running", shown.running(), "share", shown.share(), "told", shown.told());
    }

    @PostMapping("/rules/changes/{id}/rehearsal")
    String start(@PathVariable long id, @RequestParam int revision, @RequestParam int days) {
        rehearse.start(id, revision, days);
        return "redirect:/rules/changes/" + id + "/rehearsal";
    }

    @PostMapping("/rules/changes/{id}/rehearsal/cancel")
    String cancel(@PathVariable long id) {
        rehearsals.latest(id).map(Rehearsal::id).ifPresent(rehearse::cancel);
        return "redirect:/rules/changes/" + id + "/rehearsal";
    }

    @GetMapping("/rules/changes/{id}/rehearsal/xlsx")
    void export(@PathVariable long id, HttpServletResponse response) throws IOException {
        var change = draft.find(id);
        var last = rehearsals
                .latest(id)
                .filter(rehearsal -> rehearsal.state() == State.finished)
                .orElse(null);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + change.code() + "-chay-thu.xlsx\"");
        sheets.xlsx(
                new Sheets.Sheet(
                        "Chạy thử " + change.code(),
                        notes(change, last),
                        List.of(
                                "Mã phản ánh",
                                "Nhận lúc",
                                "Khác ở",
                                "Đề xuất cũ",
                                "Đề xuất mới",
                                "Người đã quyết định"),
                        reader -> {
                            if (last != null) {
                                rehearsals.eachDifference(
                                        last.id(), null, difference -> reader.accept(row(difference)));
                            }
                        }),
                response.getOutputStream());
    }

    private List<String> notes(Change change, Rehearsal last) {
        if (last == null) {
            return List.of("Chưa có lần chạy thử nào xong.");
        }
        var summary = last.summary();
        return List.of(
                change.tableName() + ", bản nháp lần lưu " + last.revision() + ", " + panel.count(summary.petitions())
                        + " phản ánh từ " + Wording.WHEN.format(summary.since()),
                panel.count(summary.changed()) + " sẽ khác, tệp này có " + panel.count(summary.kept())
                        + ". Hồ sơ kín chỉ ghi mã.");
    }

    private List<?> row(Difference difference) {
        return Arrays.asList(
                difference.code(),
                difference.detail() == null ? null : difference.detail().receivedAt(),
                String.join(", ", panel.kinds(difference)),
                panel.joined(difference, RehearsalPanel.Line::before),
                panel.joined(difference, RehearsalPanel.Line::after),
                panel.joined(difference, RehearsalPanel.Line::decided));
    }

    @GetMapping("/rules/changes/{id}/open-cases")
    ModelAndView openCases(@PathVariable long id) {
        var change = draft.find(id);
        return new ModelAndView("rules/open-cases")
                .addObject("change", change)
                .addObject("elsewhere", reroute.of(change));
    }

    /** @param cases codes of those that were ticked */
    @PostMapping("/rules/changes/{id}/open-cases")
    ModelAndView reroute(
            @PathVariable long id,
            @RequestParam(defaultValue = "") Set<String> cases,
            @RequestParam(defaultValue = "") String reason) {
        var change = draft.find(id);
        var moved = 0;
        var refused = new LinkedHashSet<String>();
        for (var one : reroute.of(change).cases()) {
            if (!cases.contains(one.code())) {
                continue;
            }
            try {
                reroute.reroute(id, one.code(), one.then(), reason);
                moved++;
            } catch (BusinessRefusal refusal) {
                refused.add(refusal.getMessage());
            }
        }
        return new ModelAndView("rules/open-cases")
                .addObject("change", change)
                .addObject("elsewhere", reroute.of(change))
                .addObject("moved", moved)
                .addObject("refused", refused)
                .addObject("reason", reason);
    }
}
