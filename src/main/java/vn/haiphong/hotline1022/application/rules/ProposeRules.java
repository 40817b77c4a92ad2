package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.RuleProcess;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.Finding;
import vn.haiphong.hotline1022.domain.rules.TableDifference;
import vn.haiphong.hotline1022.domain.rules.TableDifference.Kind;

/** Trình thay đổi bảng (Giả định A-42): what has been checked goes to somebody else for approval, with what it changes. */
@Service
public class ProposeRules {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.OFFICE);
    private static final int LONGEST_SUMMARY = 3000;

    private final RuleChanges changes;
    private final RuleTables tables;
    private final TableFiles files;
    private final CheckRules check;
    private final RehearsalProof rehearsal;
    private final RuleProcess process;
    private final Colleagues colleagues;
    private final Actor actor;
    private final Clock clock;

    ProposeRules(
            RuleChanges changes,
            RuleTables tables,
            TableFiles files,
            CheckRules check,
            RehearsalProof rehearsal,
            RuleProcess process,
            Colleagues colleagues,
            Actor actor,
            Clock clock) {
        this.changes = changes;
        this.tables = tables;
        this.files = files;
        this.check = check;
        this.rehearsal = rehearsal;
        this.process = process;
        this.colleagues = colleagues;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param revision the one that was looked at
     * @param effectiveAt null: as soon as it is approved
     * @throws BusinessRefusal if a finding blocks it, if it was not rehearsed, if the table is not what it was, or if another change of it waits
     */
    @Transactional
    public void propose(long id, int revision, Instant effectiveAt) {
        var now = clock.instant();
        var change = changes.find(id).orElseThrow(() -> new BusinessRefusal("change", "Không có thay đổi này."));
        var at = effectiveAt == null || effectiveAt.isBefore(now) ? now : effectiveAt;
        checkMayBeProposed(change);
        var findings = check.of(change.dmn(), at);
        var blocking = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.blocks)
                .count();
        if (blocking > 0) {
            throw new BusinessRefusal(
                    "dmn", "Bảng còn " + blocking + " lỗi phải sửa trước khi trình; xem phần Kiểm tra.");
        }
        var rehearsed = rehearsal.of(change, revision);
        if (!changes.propose(id, revision, at, actor.current(), now)) {
            throw new BusinessRefusal("revision", "Bản nháp vừa thay đổi; xem lại rồi trình.");
        }
        var difference = difference(change);
        if (difference.isNone()) {
            throw new BusinessRefusal("dmn", "Bản nháp không khác gì bảng đang có hiệu lực.");
        }
        changes.add(id, now, actor.current(), "proposed", "Trình duyệt, có hiệu lực " + WHEN.format(at));
        process.start(change, at, summary(change, difference, findings, rehearsed, effectiveAt == null, at));
    }

    private void checkMayBeProposed(Change change) {
        if (change.state() != State.draft) {
            throw new BusinessRefusal("state", "Chỉ trình được bản nháp.");
        }
        var current = tables.inForce(change.tableKey()).orElseThrow();
        if (current.version() != change.baseVersion()) {
            throw new BusinessRefusal(
                    "base",
                    "Bảng đã thành phiên bản " + current.version() + ", bản nháp soạn từ phiên bản "
                            + change.baseVersion() + ". Ghép với bản đang có hiệu lực rồi trình lại.");
        }
        changes.of(change.tableKey()).stream()
                .filter(other -> other.state() == State.proposed || other.state() == State.approved)
                .findFirst()
                .ifPresent(other -> {
                    throw new BusinessRefusal(
                            "state",
                            "Thay đổi " + other.code() + " của bảng này đang chờ duyệt hoặc chờ hiệu lực; mỗi lúc một"
                                    + " thay đổi.");
                });
    }

    private TableDifference difference(Change change) {
        return TableDifference.between(
                files.read(tables.dmn(change.tableKey(), change.baseVersion()).orElseThrow()),
                files.read(change.dmn()));
    }

    private String summary(
            Change change,
            TableDifference difference,
            List<Finding> findings,
            String rehearsed,
            boolean atOnce,
            Instant at) {
        var says = new StringBuilder("Bảng: ")
                .append(change.tableName())
                .append("\nLý do: ")
                .append(change.reason())
                .append("\nNgười trình: ")
                .append(colleagues.nameOf(actor.current()))
                .append("\nCó hiệu lực: ")
                .append(atOnce ? "ngay khi duyệt" : WHEN.format(at))
                .append("\nThay đổi: ")
                .append(difference.count(Kind.added))
                .append(" dòng thêm, ")
                .append(difference.count(Kind.changed))
                .append(" dòng sửa, ")
                .append(difference.count(Kind.removed))
                .append(" dòng bỏ, ")
                .append(difference.count(Kind.moved))
                .append(" dòng đổi chỗ\nKiểm tra: không có lỗi, ")
                .append(findings.size())
                .append(" điều nên biết\n")
                .append(rehearsed);
        for (var row : difference.rows()) {
            says.append("\n")
                    .append(
                            switch (row.kind()) {
                                case added -> "+ dòng " + row.is();
                                case removed -> "− dòng " + row.was();
                                case changed -> "≠ dòng " + row.is();
                                case moved -> "↕ dòng " + row.was() + " → " + row.is();
                            })
                    .append(": ")
                    .append(row.says());
        }
        return PetitionText.upTo(LONGEST_SUMMARY, says.toString());
    }
}
