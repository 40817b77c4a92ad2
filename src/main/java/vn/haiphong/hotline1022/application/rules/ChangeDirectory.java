package vn.haiphong.hotline1022.application.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Actor;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.application.port.DirectoryChanges;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.RuleChanges;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleChanges.State;
import vn.haiphong.hotline1022.application.port.RuleProcess;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.calendar.WorkingCalendar;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange;
import vn.haiphong.hotline1022.domain.directory.DirectoryChange.Kind;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/**
 * Thay đổi cơ quan, địa bàn (Giả định A-46): entered once, with its day. First one sees what it will do to the tables and to open
 * cases; then it goes the way of a change of a table.
 */
@Service
public class ChangeDirectory {

    /** The directory among all that is changed this way. */
    public static final String KEY = "directory";

    static final String NAME = "Danh bạ cơ quan, địa bàn";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"");
    private static final int LONGEST_SUMMARY = 3000;

    private final RuleChanges changes;
    private final DirectoryChanges directory;
    private final OwnedDirectory owned;
    private final RuleTables tables;
    private final TableFiles files;
    private final Agencies agencies;
    private final Areas areas;
    private final Handlings handlings;
    private final RuleProcess process;
    private final Colleagues colleagues;
    private final Actor actor;
    private final Clock clock;

    ChangeDirectory(
            RuleChanges changes,
            DirectoryChanges directory,
            OwnedDirectory owned,
            RuleTables tables,
            TableFiles files,
            Agencies agencies,
            Areas areas,
            Handlings handlings,
            RuleProcess process,
            Colleagues colleagues,
            Actor actor,
            Clock clock) {
        this.changes = changes;
        this.directory = directory;
        this.owned = owned;
        this.tables = tables;
        this.files = files;
        this.agencies = agencies;
        this.areas = areas;
        this.handlings = handlings;
        this.process = process;
        this.colleagues = colleagues;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What it will do.
     *
     * @param what in one sentence
     * @param rows rows of tables in force that name a unit which ends
     * @param cases open handlings of agencies that end, by agency
     * @param areas areas an ending agency answers for on that day
     * @param becomes who takes over; null: nobody, a coordinator assigns each case by hand
     */
    public record Preview(
            String what, List<TouchedRow> rows, Map<String, Long> cases, List<String> areas, String becomes) {}

    /** @param codes the ending units it names */
    public record TouchedRow(String table, String tableName, String row, int number, String says, Set<String> codes) {}

    public Preview preview(DirectoryChange change) {
        check(change);
        var ending = change.ending();
        return new Preview(
                inWords(change),
                tables.inForce().stream()
                        .flatMap(version -> touched(version, ending).stream())
                        .toList(),
                change.kind().isOfAreas()
                        ? Map.of()
                        : handlings.openOf(ending).stream()
                                .collect(Collectors.groupingBy(
                                        Handlings.Handling::agency, TreeMap::new, Collectors.counting())),
                change.kind().isOfAreas()
                        ? List.of()
                        : areas.all(change.lastDay()).stream()
                                .filter(area -> ending.contains(area.agencyCode()))
                                .map(Area::name)
                                .sorted()
                                .toList(),
                change.into());
    }

    private List<TouchedRow> touched(RuleTables.Version version, List<String> ending) {
        var table = files.read(tables.dmn(version.key(), version.version()).orElseThrow());
        var found = new ArrayList<TouchedRow>();
        for (var i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            var codes = codesIn(row);
            codes.retainAll(ending);
            if (!codes.isEmpty()) {
                found.add(new TouchedRow(version.key(), version.name(), row.id(), i + 1, row.says(), codes));
            }
        }
        return found;
    }

    private static Set<String> codesIn(RuleTable.Row row) {
        return Stream.concat(row.tests().stream(), row.results().stream())
                .flatMap(cell -> WORDS.matcher(cell).results().map(word -> word.group(1)))
                .flatMap(word -> Arrays.stream(word.split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return number of the change, still a draft */
    @Transactional
    public long open(DirectoryChange change, String reason) {
        check(change);
        var now = clock.instant();
        var who = actor.current();
        var id = changes.open(
                KEY, NAME, owned.version(KEY), directory.write(change), DraftRules.reason(reason), who, now, null);
        changes.add(id, now, who, "opened", inWords(change));
        return id;
    }

    /** To somebody else for approval; once approved its rows are written, and hold from the day it names. */
    @Transactional
    public void propose(long id) {
        var now = clock.instant();
        var change = changes.find(id).orElseThrow(() -> new BusinessRefusal("change", "Không có thay đổi này."));
        var wanted = directory.read(change.dmn());
        var preview = preview(wanted);
        if (change.baseVersion() != owned.version(KEY)) {
            throw new BusinessRefusal("base", "Danh bạ đã thay đổi sau khi soạn; xem lại ảnh hưởng, soạn lại.");
        }
        changes.of(KEY).stream()
                .filter(other -> other.state() == State.proposed || other.state() == State.approved)
                .findFirst()
                .ifPresent(other -> {
                    throw new BusinessRefusal("state", "Thay đổi " + other.code() + " của danh bạ đang chờ duyệt.");
                });
        if (!changes.propose(id, change.revision(), now, actor.current(), now)) {
            throw new BusinessRefusal("state", "Chỉ trình được bản nháp.");
        }
        changes.add(id, now, actor.current(), "proposed", "Trình duyệt");
        process.start(change, now, summary(change, preview));
    }

    public DirectoryChange wanted(Change change) {
        return directory.read(change.dmn());
    }

    private String summary(Change change, Preview preview) {
        return PetitionText.upTo(
                LONGEST_SUMMARY,
                "Danh bạ: " + preview.what() + "\nLý do: " + change.reason() + "\nNgười trình: "
                        + colleagues.nameOf(actor.current())
                        + "\nDòng trong bảng quyết định nêu đơn vị hết hiệu lực: "
                        + preview.rows().size() + "\nPhần việc đang mở phải bàn giao: "
                        + preview.cases().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        + (preview.becomes() == null ? ", không có đơn vị kế thừa" : "")
                        + "\nĐịa bàn đổi cơ quan phụ trách: " + preview.areas().size());
    }

    /** Says no where the directory of that day does. */
    private void check(DirectoryChange change) {
        var today = clock.instant().atZone(WorkingCalendar.OFFICE).toLocalDate();
        if (!change.from().isAfter(today)) {
            throw new BusinessRefusal(
                    "from", "Ngày bắt đầu phải từ ngày mai: hồ sơ của hôm nay vẫn do đơn vị hiện tại xử lý.");
        }
        var before = change.lastDay();
        for (var code : change.codes()) {
            if (nameOn(change, code, before) == null) {
                throw new BusinessRefusal(
                        "codes", "Ngày " + DAY.format(before) + " không có đơn vị mang mã " + code + ".");
            }
        }
        var isKnown = change.into() != null && nameOn(change, change.into(), change.from()) != null;
        if (change.kind() == Kind.newAgency && isKnown) {
            throw new BusinessRefusal(
                    "into", "Mã " + change.into() + " đang là " + nameOn(change, change.into(), change.from()));
        }
        if (change.kind() == Kind.endAgency && change.into() != null && !isKnown) {
            throw new BusinessRefusal("into", "Không có cơ quan kế thừa mang mã " + change.into() + ".");
        }
        if (change.agency() != null
                && agencies.find(change.agency(), change.from()).isEmpty()) {
            throw new BusinessRefusal("agency", "Không có cơ quan mang mã " + change.agency() + " từ ngày đó.");
        }
    }

    private String nameOn(DirectoryChange change, String code, LocalDate day) {
        return change.kind().isOfAreas()
                ? areas.find(code, day).map(Area::name).orElse(null)
                : agencies.find(code, day).map(Agency::name).orElse(null);
    }

    public String inWords(DirectoryChange change) {
        var names = change.codes().stream()
                .map(code -> {
                    var name = nameOn(change, code, change.lastDay());
                    return name == null ? code : name + " (" + code + ")";
                })
                .collect(Collectors.joining(", "));
        var into = change.into() == null
                ? ""
                : change.name() != null
                        ? change.name() + " (" + change.into() + ")"
                        : nameOn(change, change.into(), change.from()) + " (" + change.into() + ")";
        return "Từ " + DAY.format(change.from()) + " "
                + switch (change.kind()) {
                    case mergeAgencies, mergeAreas -> names + " sáp nhập thành " + into;
                    case renameAgency, renameArea -> names + " đổi tên thành " + change.name();
                    case endAgency ->
                        names + " kết thúc hoạt động"
                                + (into.isEmpty() ? ", không có cơ quan kế thừa" : ", " + into + " kế thừa");
                    case newAgency -> "có cơ quan mới " + into;
                    case reassignArea -> names + " do " + change.agency() + " phụ trách";
                }
                + ". Căn cứ: " + change.source();
    }

    /** The directory as it stands on a day: for the page. */
    public record Standing(List<Agency> agencies, List<Area> areas) {}

    public Standing on(LocalDate day) {
        return new Standing(agencies.all(day), areas.all(day));
    }
}
