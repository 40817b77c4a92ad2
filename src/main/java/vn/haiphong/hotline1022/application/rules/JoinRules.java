package vn.haiphong.hotline1022.application.rules;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.rules.ListRules.NoSuchRules;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.TableJoin;

/** Ghép hai bản: what somebody else made of a table meanwhile and what is on my screen, without losing either. */
@Service
public class JoinRules {

    private final RuleChanges changes;
    private final RuleTables tables;
    private final TableFiles files;

    JoinRules(RuleChanges changes, RuleTables tables, TableFiles files) {
        this.changes = changes;
        this.tables = tables;
        this.files = files;
    }

    /**
     * @param dmn mine with theirs in it; where nobody has chosen yet, mine stands
     * @param revision of the draft that it is joined with
     * @param onto the version of the table it is drafted from once it is saved
     */
    public record Joined(String dmn, int revision, int onto, List<TableJoin.Conflict> conflicts) {}

    /**
     * With what somebody else saved in the same draft.
     *
     * @param base the draft as it was when I began
     */
    public Joined withSaved(long id, String base, String mine, Map<String, TableJoin.Side> choices) {
        var change = changes.find(id).orElseThrow(() -> new NoSuchRules("BQĐ-" + id));
        return join(base, mine, change.dmn(), change.revision(), change.baseVersion(), choices);
    }

    /** With what has become of the table since the draft was opened. */
    public Joined withInForce(long id, String mine, Map<String, TableJoin.Side> choices) {
        var change = changes.find(id).orElseThrow(() -> new NoSuchRules("BQĐ-" + id));
        var current = tables.inForce(change.tableKey()).orElseThrow();
        var base = tables.dmn(change.tableKey(), change.baseVersion()).orElseThrow();
        var theirs = tables.dmn(change.tableKey(), current.version()).orElseThrow();
        return join(base, mine, theirs, change.revision(), current.version(), choices);
    }

    private Joined join(
            String base, String mine, String theirs, int revision, int onto, Map<String, TableJoin.Side> choices) {
        var was = files.read(base);
        var my = files.read(mine);
        var their = files.read(theirs);
        if (!TableJoin.isPossible(was, my, their)) {
            throw new BusinessRefusal(
                    "dmn",
                    "Hai bản khác nhau ở các cột nên không ghép tự động được. Lưu bản của bạn thành thay đổi riêng, rồi chép"
                            + " từng dòng.");
        }
        var joined = TableJoin.of(was, my, their, choices);
        return new Joined(files.withRows(mine, joined.rows()), revision, onto, joined.conflicts());
    }
}
