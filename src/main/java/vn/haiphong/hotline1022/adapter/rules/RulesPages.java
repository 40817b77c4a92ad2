package vn.haiphong.hotline1022.adapter.rules;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ListRules;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** The tables in force and the record of their changes; where a change begins. */
@Controller
class RulesPages {

    private static final int MOST_CHANGES = 200;

    private final ListRules rules;
    private final DraftRules draft;

    RulesPages(ListRules rules, DraftRules draft) {
        this.rules = rules;
        this.draft = draft;
    }

    @GetMapping("/rules/login")
    ModelAndView login(HttpServletRequest request) {
        return new ModelAndView("rules/login")
                .addObject("wrong", request.getParameter("error") != null)
                .addObject("out", request.getParameter("out") != null);
    }

    /** Whether whoever is logged in at Cockpit or Admin is shown the way here. */
    @GetMapping("/rules/me")
    ResponseEntity<RulesAdvice.Me> me(@ModelAttribute("me") RulesAdvice.Me me) {
        return ResponseEntity.ok(me);
    }

    @GetMapping("/rules")
    ModelAndView list(@RequestParam(required = false) String table) {
        var changes = rules.changes(table);
        return new ModelAndView("rules/list")
                .addObject("tables", rules.tables())
                .addObject("changes", changes.stream().limit(MOST_CHANGES).toList())
                .addObject("more", Math.max(0, changes.size() - MOST_CHANGES))
                .addObject("table", table);
    }

    /** @param version to begin from; none: the one in force */
    @PostMapping("/rules/changes")
    String open(
            @RequestParam String table,
            @RequestParam(required = false) Integer version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        try {
            var id = version == null ? draft.open(table, reason) : draft.openFrom(table, version, reason);
            return "redirect:/rules/changes/" + id + "/edit";
        } catch (ListRules.NoSuchRules missing) {
            throw missing;
        } catch (BusinessRefusal refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
            next.addAttribute("table", table);
            return "redirect:/rules";
        }
    }
}
