package vn.haiphong.hotline1022.adapter.rules;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.rules.ChangeDirectory;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ListRules;
import vn.haiphong.hotline1022.application.rules.PutRulesInForce;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange.Kind;

/** The directory of agencies and areas: as it stands on a day, and its changes, seen before they are made. */
@Controller
class DirectoryPages {

    private final ChangeDirectory directory;
    private final ListRules rules;
    private final DraftRules draft;
    private final PutRulesInForce inForce;
    private final Words words;
    private final Clock clock;

    DirectoryPages(
            ChangeDirectory directory,
            ListRules rules,
            DraftRules draft,
            PutRulesInForce inForce,
            Words words,
            Clock clock) {
        this.directory = directory;
        this.rules = rules;
        this.draft = draft;
        this.inForce = inForce;
        this.words = words;
        this.clock = clock;
    }

    /** @param day empty: today */
    @GetMapping("/rules/directory")
    ModelAndView show(@RequestParam(defaultValue = "") String day) {
        var asked = day(day, today());
        return new ModelAndView("rules/directory")
                .addObject("day", asked)
                .addObject("standing", directory.on(asked))
                .addObject("kinds", words.group("directoryKind"))
                .addObject("unitKinds", words.group("unitKind"))
                .addObject("changes", rules.changes(ChangeDirectory.KEY));
    }

    @GetMapping("/rules/directory/new")
    ModelAndView begin(@RequestParam Kind kind) {
        return form(kind, Map.of());
    }

    private ModelAndView form(Kind kind, Map<String, String> given) {
        return new ModelAndView("rules/directory-new")
                .addObject("kind", kind)
                .addObject("name", words.of("directoryKind", kind.name()))
                .addObject("given", given)
                .addObject("standing", directory.on(today()))
                .addObject("unitKinds", words.group("unitKind"));
    }

    /** What it will do, before anything is written. */
    @PostMapping("/rules/directory/preview")
    ModelAndView preview(
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") List<String> codes,
            @RequestParam Map<String, String> given) {
        try {
            var change = read(kind, codes, given);
            return form(kind, given).addObject("codes", codes).addObject("preview", directory.preview(change));
        } catch (BusinessRefusal refusal) {
            return form(kind, given).addObject("codes", codes).addObject("refusal", refusal.getMessage());
        }
    }

    @PostMapping("/rules/directory/changes")
    Object open(
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") List<String> codes,
            @RequestParam Map<String, String> given,
            RedirectAttributes next) {
        try {
            var id = directory.open(read(kind, codes, given), given.get("reason"));
            next.addFlashAttribute("done", "Đã lưu bản nháp. Xem lại ảnh hưởng rồi trình duyệt.");
            return "redirect:/rules/directory/changes/" + id;
        } catch (BusinessRefusal refusal) {
            return form(kind, given).addObject("codes", codes).addObject("refusal", refusal.getMessage());
        }
    }

    @GetMapping("/rules/directory/changes/{id}")
    ModelAndView change(@PathVariable long id) {
        var change = draft.find(id);
        if (!ChangeDirectory.KEY.equals(change.tableKey())) {
            return new ModelAndView("redirect:/rules/changes/" + id);
        }
        var wanted = directory.wanted(change);
        var view = new ModelAndView("rules/directory-change")
                .addObject("change", change)
                .addObject("events", rules.record(id))
                .addObject(
                        "mayRollBack",
                        change.state() == State.in_force
                                && change.rollsBack() == null
                                && today().isBefore(wanted.from()))
                .addObject("what", directory.inWords(wanted));
        if (change.state() == State.draft || change.state() == State.proposed) {
            try {
                view.addObject("preview", directory.preview(wanted));
            } catch (BusinessRefusal refusal) {
                view.addObject("refusal", refusal.getMessage());
            }
        }
        return view;
    }

    @PostMapping("/rules/directory/changes/{id}/propose")
    String propose(@PathVariable long id, RedirectAttributes next) {
        return attempt(id, next, "Đã trình. Người duyệt nhận việc trong Tasklist.", () -> {
            directory.propose(id);
            return id;
        });
    }

    @PostMapping("/rules/directory/changes/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes next) {
        return attempt(id, next, "Đã rút thay đổi này.", () -> {
            draft.withdraw(id);
            return id;
        });
    }

    @PostMapping("/rules/directory/changes/{id}/rollback")
    String rollBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return attempt(id, next, "Đã quay lại: danh bạ như trước thay đổi này.", () -> inForce.rollBack(id, reason));
    }

    private static String attempt(long id, RedirectAttributes next, String done, LongSupplier what) {
        try {
            var led = what.getAsLong();
            next.addFlashAttribute("done", done);
            return "redirect:/rules/directory/changes/" + led;
        } catch (BusinessRefusal refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
            return "redirect:/rules/directory/changes/" + id;
        }
    }

    private static DirectoryChange read(Kind kind, List<String> codes, Map<String, String> given) {
        return new DirectoryChange(
                kind,
                codes.stream()
                        .flatMap(code -> Arrays.stream(code.split("[,;\\s]+")))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList(),
                given.get("into"),
                given.get("name"),
                given.get("unitKind"),
                given.get("parent"),
                given.get("agency"),
                day(given.get("from"), null),
                given.get("source"));
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
    }

    private static LocalDate day(String given, LocalDate otherwise) {
        try {
            return given == null || given.isBlank() ? otherwise : LocalDate.parse(given.strip());
        } catch (DateTimeException e) {
            throw new BusinessRefusal("from", "Ngày chưa đúng; ví dụ 2025-07-01.");
        }
    }
}
