package vn.haiphong.hotline1022.adapter.rules;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.rules.ChangeDirectory;
import vn.haiphong.hotline1022.application.rules.CheckRules;
import vn.haiphong.hotline1022.application.rules.CompareRules;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ListRules;
import vn.haiphong.hotline1022.application.rules.ProposeRules;
import vn.haiphong.hotline1022.application.rules.PutRulesInForce;
import vn.haiphong.hotline1022.application.rules.TakeTableAlong;
import vn.haiphong.hotline1022.application.rules.WatchRules;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableDifference;

/** One change: where it stands, what it changes, what is to be said of it, and what may be done with it now. */
@Controller
class ChangePages {

    /** What is still to be decided is checked; what is over is not. */
    private static final Set<State> CHECKED = Set.of(State.draft, State.proposed, State.approved);

    private static final List<State> WAY = List.of(State.draft, State.proposed, State.approved, State.in_force);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final DraftRules draft;
    private final ListRules rules;
    private final CompareRules compare;
    private final CheckRules check;
    private final ProposeRules propose;
    private final PutRulesInForce inForce;
    private final WatchRules watch;
    private final TakeTableAlong along;
    private final Wording wording;
    private final Clock clock;

    ChangePages(
            DraftRules draft,
            ListRules rules,
            CompareRules compare,
            CheckRules check,
            ProposeRules propose,
            PutRulesInForce inForce,
            WatchRules watch,
            TakeTableAlong along,
            Wording wording,
            Clock clock) {
        this.draft = draft;
        this.rules = rules;
        this.compare = compare;
        this.check = check;
        this.propose = propose;
        this.inForce = inForce;
        this.watch = watch;
        this.along = along;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param look done, current, or nothing yet */
    record Step(String name, String look, String told) {}

    /**
     * @param row its number; 0: of the whole table
     * @param others numbers of the rows it happens with
     */
    record Said(Finding finding, int row, String column, List<Integer> others, Map<String, Object> example) {}

    @GetMapping("/rules/changes/{id}")
    ModelAndView show(@PathVariable long id) {
        var change = draft.find(id);
        if (ChangeDirectory.KEY.equals(change.tableKey())) {
            return new ModelAndView("redirect:/rules/directory/changes/" + id);
        }
        var comparison = compare.of(change);
        var newest = rules.look(change.tableKey(), null).version().version();
        var findings = CHECKED.contains(change.state())
                ? said(comparison.after(), check.of(change.dmn(), checkedFor(change)))
                : List.<Said>of();
        return new ModelAndView("rules/change")
                .addObject("change", change)
                .addObject("comparison", comparison)
                .addObject("findings", about(findings, comparison, true))
                .addObject("others", about(findings, comparison, false))
                .addObject("checked", CHECKED.contains(change.state()))
                .addObject("blocking", count(findings, Finding.Severity.blocks))
                .addObject("steps", steps(change))
                .addObject("events", rules.record(id))
                .addObject("approval", rules.approvalOf(change).orElse(null))
                .addObject("newest", newest)
                .addObject("outdated", CHECKED.contains(change.state()) && newest != change.baseVersion())
                .addObject(
                        "mayRollBack",
                        change.state() == State.in_force
                                && change.rollsBack() == null
                                && change.version() != null
                                && change.version() == newest)
                .addObject("watch", change.inForceAt() == null ? null : watch.of(change));
    }

    private Instant checkedFor(Change change) {
        var now = clock.instant();
        return change.effectiveAt() == null || change.effectiveAt().isBefore(now) ? now : change.effectiveAt();
    }

    /** What must be mended or is about a row that was changed; or else what was so before. */
    private static List<Said> about(List<Said> findings, CompareRules.Comparison comparison, boolean theChange) {
        var changed = comparison.difference().rows().stream()
                .map(TableDifference.RowChange::rowId)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(said -> theChange
                        == (said.finding().severity() == Finding.Severity.blocks
                                || said.finding().rowId() == null
                                || changed.contains(said.finding().rowId())
                                || said.finding().otherRows().stream().anyMatch(changed::contains)))
                .toList();
    }

    private static long count(List<Said> findings, Finding.Severity severity) {
        return findings.stream()
                .filter(said -> said.finding().severity() == severity)
                .count();
    }

    static List<Said> said(RuleTable table, List<Finding> findings) {
        var numbers = IntStream.range(0, table.rows().size())
                .boxed()
                .collect(Collectors.toMap(i -> table.rows().get(i).id(), i -> i + 1, (first, again) -> first));
        var labels = Stream.concat(
                        table.inputs().stream().map(input -> Map.entry(input.id(), input.label())),
                        table.outputs().stream().map(output -> Map.entry(output.id(), output.label())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, again) -> first));
        return findings.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .map(finding -> new Said(
                        finding,
                        numbers.getOrDefault(finding.rowId() == null ? "" : finding.rowId(), 0),
                        labels.getOrDefault(finding.columnId() == null ? "" : finding.columnId(), ""),
                        finding.otherRows().stream()
                                .map(row -> numbers.getOrDefault(row, 0))
                                .filter(number -> number > 0)
                                .toList(),
                        facts(table, finding)))
                .toList();
    }

    /** The case that shows it, by the labels of the columns. */
    private static Map<String, Object> facts(RuleTable table, Finding finding) {
        var facts = new LinkedHashMap<String, Object>();
        finding.example().forEach((expression, value) -> {
            if (value != null && !"".equals(value)) {
                facts.put(
                        table.inputs().stream()
                                .filter(input -> input.expression().equals(expression))
                                .map(RuleTable.Input::label)
                                .findFirst()
                                .orElse(expression),
                        value instanceof Boolean truth
                                ? truth ? "có" : "không"
                                : value instanceof LocalDate day ? DAY.format(day) : value);
            }
        });
        return facts;
    }

    private List<Step> steps(Change change) {
        var steps = new ArrayList<Step>();
        var ended = change.state() == State.withdrawn || change.state() == State.rolled_back;
        var reached = change.state() == State.rolled_back
                ? WAY.size() - 1
                : change.state() == State.withdrawn ? 0 : WAY.indexOf(change.state());
        for (var i = 0; i < WAY.size(); i++) {
            steps.add(new Step(
                    wording.state(WAY.get(i)),
                    i < reached || i == reached && (ended || change.state() == State.in_force)
                            ? "done"
                            : i == reached ? "current" : "",
                    i < reached ? "xong" : i == reached ? "đang ở đây" : "chưa tới"));
        }
        if (ended) {
            steps.add(new Step(wording.state(change.state()), "current", "đang ở đây"));
        }
        return steps;
    }

    @GetMapping("/rules/changes/{id}/dmn")
    ResponseEntity<byte[]> dmn(@PathVariable long id) {
        var change = draft.find(id);
        return TablePages.file(
                change.tableKey() + "-" + id + ".dmn",
                MediaType.APPLICATION_XML,
                change.dmn().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/rules/changes/{id}/xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable long id) {
        var change = draft.find(id);
        return TablePages.file(change.tableKey() + "-" + id + ".xlsx", TablePages.SHEET, along.sheet(change.dmn()));
    }

    /** @param at empty: as soon as it is approved */
    @PostMapping("/rules/changes/{id}/propose")
    String propose(
            @PathVariable long id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String when,
            @RequestParam(defaultValue = "") String at,
            RedirectAttributes next) {
        return attempt(id, next, () -> {
            propose.propose(id, revision, "later".equals(when) ? moment(at) : null);
            return "Đã trình. Người duyệt nhận việc “Duyệt thay đổi bảng” trong Tasklist.";
        });
    }

    private Instant moment(String at) {
        if (at.isBlank()) {
            throw new BusinessRefusal("at", "Chọn ngày giờ có hiệu lực.");
        }
        try {
            var moment = Wording.parse(at);
            if (moment.isBefore(clock.instant())) {
                throw new BusinessRefusal("at", "Thời điểm có hiệu lực đã qua; chọn một lúc sau bây giờ.");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new BusinessRefusal("at", "Thời điểm chưa đúng; ví dụ 2024-09-18T08:00.");
        }
    }

    @PostMapping("/rules/changes/{id}/withdraw")
    String withdraw(@PathVariable long id, RedirectAttributes next) {
        return attempt(id, next, () -> {
            draft.withdraw(id);
            return "Đã rút thay đổi này.";
        });
    }

    @PostMapping("/rules/changes/{id}/rollback")
    String rollBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        return attempt(id, next, () -> {
            var change = draft.find(id);
            inForce.rollBack(id, reason);
            return "Đã quay lại: bảng như phiên bản " + change.baseVersion() + ", có hiệu lực ngay.";
        });
    }

    private static String attempt(long id, RedirectAttributes next, Supplier<String> what) {
        try {
            next.addFlashAttribute("done", what.get());
        } catch (ListRules.NoSuchRules missing) {
            throw missing;
        } catch (BusinessRefusal refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/rules/changes/" + id;
    }
}
