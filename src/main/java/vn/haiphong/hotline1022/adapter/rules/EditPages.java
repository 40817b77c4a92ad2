package vn.haiphong.hotline1022.adapter.rules;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.rules.ChangeDirectory;
import vn.haiphong.hotline1022.application.rules.CheckRules;
import vn.haiphong.hotline1022.application.rules.CompareRules;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.JoinRules;
import vn.haiphong.hotline1022.application.rules.ListRules;
import vn.haiphong.hotline1022.application.rules.SayRules;
import vn.haiphong.hotline1022.application.rules.TakeTableAlong;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.TableDifference;
import vn.haiphong.hotline1022.domain.rules.TableJoin;

/** The editor of a draft, and what its script asks while somebody works in it. */
@Controller
class EditPages {

    /** Two tables of the largest size, and what stands around them. */
    private static final int LARGEST = 12_000_000;

    private final DraftRules draft;
    private final CheckRules check;
    private final CompareRules compare;
    private final JoinRules join;
    private final SayRules say;
    private final TakeTableAlong along;
    private final TableFiles files;
    private final Wording wording;
    private final ObjectMapper json;
    private final Clock clock;

    EditPages(
            DraftRules draft,
            CheckRules check,
            CompareRules compare,
            JoinRules join,
            SayRules say,
            TakeTableAlong along,
            TableFiles files,
            Wording wording,
            ObjectMapper json,
            Clock clock) {
        this.draft = draft;
        this.check = check;
        this.compare = compare;
        this.join = join;
        this.say = say;
        this.along = along;
        this.files = files;
        this.wording = wording;
        this.json = json;
        this.clock = clock;
    }

    /** @param onto the version of the table it was joined with; null: none */
    record Saved(int revision, String dmn, String reason, Integer onto) {

        Saved {
            requireNonNull(dmn);
        }
    }

    record Beside(String dmn, String reason) {

        Beside {
            requireNonNull(dmn);
        }
    }

    record Checked(String dmn) {

        Checked {
            requireNonNull(dmn);
        }
    }

    /** @param base what mine began from; null: join with the table in force */
    record Joining(String base, String mine, Map<String, TableJoin.Side> choices) {

        Joining {
            requireNonNull(mine);
        }
    }

    /** A row and the heads of its columns. */
    record Spoken(
            List<RuleTable.Input> inputs, List<RuleTable.Output> outputs, List<String> tests, List<String> results) {

        Spoken {
            inputs.forEach(input -> {
                requireNonNull(input.id());
                requireNonNull(input.label());
                requireNonNull(input.expression());
            });
            outputs.forEach(output -> {
                requireNonNull(output.id());
                requireNonNull(output.label());
                requireNonNull(output.name());
            });
            tests.forEach(java.util.Objects::requireNonNull);
            results.forEach(java.util.Objects::requireNonNull);
        }
    }

    /** How a draft stands, with the token to change it. */
    record Now(int revision, State state, String changedBy, String changedAt, int baseVersion, String token) {}

    record Row(
            TableDifference.Kind kind,
            int was,
            int is,
            String says,
            String before,
            String after,
            List<String> changes,
            List<Cell> cells) {}

    record Cell(String label, List<WordMarks.Run> before, List<WordMarks.Run> after) {}

    @GetMapping("/rules/changes/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        var change = draft.find(id);
        if (change.state() != State.draft || ChangeDirectory.KEY.equals(change.tableKey())) {
            return new ModelAndView(new RedirectView("/rules/changes/" + id, true));
        }
        return new ModelAndView("rules/edit").addObject("change", change);
    }

    @GetMapping("/rules/changes/{id}/now")
    ResponseEntity<Now> now(@PathVariable long id, CsrfToken token) {
        var change = draft.find(id);
        return ResponseEntity.ok(new Now(
                change.revision(),
                change.state(),
                wording.who(change.changedBy()),
                wording.at(change.changedAt()),
                change.baseVersion(),
                token.getToken()));
    }

    /** What the columns of the draft may hold. */
    @GetMapping("/rules/changes/{id}/columns")
    ResponseEntity<List<Choices>> columns(@PathVariable long id) {
        return ResponseEntity.ok(say.columns(files.read(draft.find(id).dmn())).stream()
                .map(Choices::of)
                .toList());
    }

    @PostMapping("/rules/changes/{id}/words")
    ResponseEntity<SayRules.Said> words(@PathVariable long id, HttpServletRequest request) throws IOException {
        var spoken = read(request, Spoken.class);
        var table = new RuleTable(
                draft.find(id).tableKey(),
                "",
                vn.haiphong.hotline1022.domain.rules.HitPolicy.FIRST,
                spoken.inputs(),
                spoken.outputs(),
                List.of());
        if (spoken.tests().size() != spoken.inputs().size()
                || spoken.results().size() != spoken.outputs().size()) {
            throw new BusinessRefusal("row", "Dòng không đủ ô.");
        }
        return ResponseEntity.ok(say.row(table, new RuleTable.Row("", "", spoken.tests(), spoken.results())));
    }

    @PostMapping("/rules/changes/{id}/save")
    ResponseEntity<Map<String, Object>> save(@PathVariable long id, HttpServletRequest request) throws IOException {
        var saved = read(request, Saved.class);
        var change = draft.find(id);
        var revision = saved.onto() == null || saved.onto() == change.baseVersion()
                ? draft.save(id, saved.revision(), saved.dmn(), saved.reason())
                : draft.rebase(id, saved.revision(), saved.dmn(), saved.onto());
        return ResponseEntity.ok(Map.of("revision", revision, "at", wording.at(clock.instant())));
    }

    @PostMapping("/rules/changes/{id}/beside")
    ResponseEntity<Map<String, Object>> beside(@PathVariable long id, HttpServletRequest request) throws IOException {
        var beside = read(request, Beside.class);
        return ResponseEntity.ok(Map.of("id", draft.openBeside(id, beside.dmn(), beside.reason())));
    }

    @PostMapping("/rules/changes/{id}/check")
    ResponseEntity<List<ChangePages.Said>> check(@PathVariable long id, HttpServletRequest request) throws IOException {
        var checked = read(request, Checked.class);
        draft.find(id);
        return ResponseEntity.ok(ChangePages.said(files.read(checked.dmn()), check.of(checked.dmn(), clock.instant())));
    }

    @PostMapping("/rules/changes/{id}/difference")
    ResponseEntity<List<Row>> difference(@PathVariable long id, HttpServletRequest request) throws IOException {
        return ResponseEntity.ok(
                rows(compare.of(draft.find(id), read(request, Checked.class).dmn())));
    }

    static List<Row> rows(CompareRules.Comparison comparison) {
        return comparison.difference().rows().stream()
                .map(row -> new Row(
                        row.kind(),
                        row.was(),
                        row.is(),
                        row.says(),
                        comparison.wordsBefore().get(row.rowId()),
                        comparison.wordsAfter().get(row.rowId()),
                        comparison.changes().getOrDefault(row.rowId(), List.of()),
                        row.cells().stream()
                                .map(cell -> new Cell(
                                        cell.label(),
                                        marks(cell.before(), cell.after()),
                                        marks(cell.after(), cell.before())))
                                .toList()))
                .toList();
    }

    private static List<WordMarks.Run> marks(String text, String other) {
        return WordMarks.of(text == null ? "" : text, other == null ? "" : other);
    }

    @PostMapping("/rules/changes/{id}/join")
    ResponseEntity<JoinRules.Joined> join(@PathVariable long id, HttpServletRequest request) throws IOException {
        var joining = read(request, Joining.class);
        var choices = joining.choices() == null ? Map.<String, TableJoin.Side>of() : joining.choices();
        return ResponseEntity.ok(
                joining.base() == null
                        ? join.withInForce(id, joining.mine(), choices)
                        : join.withSaved(id, joining.base(), joining.mine(), choices));
    }

    /** What a file would make of the saved draft; it is taken over in the editor, or not. */
    @PostMapping("/rules/changes/{id}/import")
    ResponseEntity<Map<String, Object>> take(@PathVariable long id, HttpServletRequest request) throws IOException {
        var change = draft.find(id);
        var dmn = along.into(change, body(request));
        return ResponseEntity.ok(
                Map.of("dmn", dmn, "rows", rows(compare.between("Bản nháp", change.dmn(), "Tệp", dmn))));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new BusinessRefusal("dmn", "Quá lớn: tối đa " + LARGEST / 1_000_000 + " MB.");
        }
        return body;
    }

    private <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        var body = body(request);
        try {
            var read = json.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (IOException e) {
            // said below
        }
        throw new BusinessRefusal("dmn", "Yêu cầu không đọc được.");
    }

    /** The script wants to know who was faster, and loses nothing. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(BusinessRefusal refusal) {
        var status = refusal instanceof ListRules.NoSuchRules
                ? HttpStatus.NOT_FOUND
                : "revision".equals(refusal.field()) || "state".equals(refusal.field())
                        ? HttpStatus.CONFLICT
                        : HttpStatus.BAD_REQUEST;
        var says = new LinkedHashMap<String, Object>();
        says.put("message", refusal.getMessage());
        says.put("field", refusal.field());
        return ResponseEntity.status(status).body(says);
    }
}
