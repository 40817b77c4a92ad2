package vn.haiphong.hotline1022.application.rules;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.RuleProcess;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.RuleTables.Version;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** Sổ bảng quyết định: which tables rule the house, since when and why, and every change of them there has been. */
@Service
public class ListRules {

    private static final List<State> OPEN = List.of(State.draft, State.proposed, State.approved);

    private final RuleTables tables;
    private final RuleChanges changes;
    private final TableFiles files;
    private final RuleProcess process;

    ListRules(RuleTables tables, RuleChanges changes, TableFiles files, RuleProcess process) {
        this.tables = tables;
        this.changes = changes;
        this.files = files;
        this.process = process;
    }

    /**
     * @param latest what made it what it is; empty: as delivered
     * @param open drafts and what waits to be decided or to take effect, newest first
     */
    public record InForce(Version version, String describes, int rows, Optional<Change> latest, List<Change> open) {}

    /** @param change what made it; empty: as delivered */
    public record Past(Version version, Optional<Change> change) {}

    /** A table as it is or was. */
    public record Looked(Version version, boolean inForce, String dmn, String describes, RuleTable table) {}

    public List<InForce> tables() {
        return tables.inForce().stream().map(this::inForce).toList();
    }

    private InForce inForce(Version version) {
        var dmn = tables.dmn(version.key(), version.version()).orElseThrow();
        return new InForce(
                version,
                files.describes(dmn),
                files.read(dmn).rows().size(),
                changes.ofVersion(version.key(), version.version()),
                changes.of(version.key()).stream()
                        .filter(change -> OPEN.contains(change.state()))
                        .toList());
    }

    /** @param tableKey null: of all tables */
    public List<Change> changes(String tableKey) {
        return tableKey == null || tableKey.isBlank() ? changes.all() : changes.of(tableKey);
    }

    /** Newest first. */
    public List<Past> versions(String key) {
        return tables.versions(key).stream()
                .map(version -> new Past(version, changes.ofVersion(key, version.version())))
                .toList();
    }

    /** @param number null: the one in force */
    public Looked look(String key, Integer number) {
        var all = tables.versions(key);
        var version = all.stream()
                .filter(each -> number == null || each.version() == number)
                .findFirst()
                .orElseThrow(() -> new NoSuchRules(key));
        var dmn = tables.dmn(key, version.version()).orElseThrow();
        return new Looked(
                version, version.version() == all.get(0).version(), dmn, files.describes(dmn), files.read(dmn));
    }

    /** The task of whoever approves it; empty if it waits for nobody. */
    public Optional<String> approvalOf(Change change) {
        return change.state() == State.proposed ? process.approvalOf(change) : Optional.empty();
    }

    public List<RuleChanges.Event> record(long id) {
        return changes.events(id);
    }

    /** There is no such table, version or change. */
    public static final class NoSuchRules extends BusinessRefusal {

        private static final long serialVersionUID = 1L;

        NoSuchRules(String what) {
            super("", "Không có “" + what + "”.");
        }
    }
}
