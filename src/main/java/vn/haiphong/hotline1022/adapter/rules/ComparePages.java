package vn.haiphong.hotline1022.adapter.rules;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haiphong.hotline1022.application.rules.CompareRules;
import vn.haiphong.hotline1022.application.rules.ListRules;

/** Any two versions of a table, or changes of it, beside each other. */
@Controller
class ComparePages {

    private final CompareRules compare;
    private final ListRules rules;

    ComparePages(CompareRules compare, ListRules rules) {
        this.compare = compare;
        this.rules = rules;
    }

    @GetMapping("/rules/compare")
    ModelAndView show(@RequestParam String table, @RequestParam String from, @RequestParam String to) {
        var looked = rules.look(table, null);
        return new ModelAndView("rules/compare")
                .addObject("comparison", compare.of(table, from, to))
                .addObject("key", table)
                .addObject("name", looked.version().name())
                .addObject("from", from)
                .addObject("to", to)
                .addObject("versions", rules.versions(table))
                .addObject("changes", rules.changes(table));
    }
}
