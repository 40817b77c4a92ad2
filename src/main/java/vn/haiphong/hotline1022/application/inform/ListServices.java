package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.Jurisdictions;
import vn.haiphong.hotline1022.application.port.Jurisdictions.AttributeRow;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Jurisdiction;
import vn.haiphong.hotline1022.application.port.Jurisdictions.ServiceRow;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Text;
import vn.haiphong.hotline1022.application.port.Jurisdictions.ValueRow;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/**
 * What can be reported by Open311 (Giả định A-61). In our own city these are the fields the deployed table knows, by the
 * office's words, so that a field administrators add is offered at once; rows describe them, add to them, or keep one from
 * being offered. Another city's are its rows.
 */
@Service
public class ListServices {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String TABLE = "field-suggestion";
    private static final String OUT_OF_SCOPE = "ngoai_pham_vi";
    private static final String AREA = "area";

    private final Jurisdictions jurisdictions;
    private final RuleTables tables;
    private final TableFiles files;
    private final Areas areas;
    private final Words words;
    private final Clock clock;

    /** The table is read once for each of its versions. */
    private volatile Fields known = new Fields(-1, Instant.EPOCH, Map.of());

    ListServices(
            Jurisdictions jurisdictions, RuleTables tables, TableFiles files, Areas areas, Words words, Clock clock) {
        this.jurisdictions = jurisdictions;
        this.tables = tables;
        this.files = files;
        this.areas = areas;
        this.words = words;
        this.clock = clock;
    }

    /** The fields of one version of the table, each with its category. */
    private record Fields(int version, Instant since, Map<String, String> categories) {}

    /**
     * @param field what it proposes to the operator
     * @param category of the field; null if the table names none
     * @param asksMore whether there are attributes
     */
    public record OfferedService(
            String code,
            String field,
            String category,
            Text name,
            Text description,
            Text keywords,
            Text group,
            boolean asksMore) {}

    /** @param id null: the city that is meant where none is named */
    public Optional<Jurisdiction> jurisdiction(String id) {
        return jurisdictions.find(id);
    }

    /** When the list was last changed, by rows or by a new version of the table. */
    public Instant changedAt(Jurisdiction city) {
        var since = city.fromTables() ? fields().since() : Instant.EPOCH;
        return since.isAfter(city.changedAt()) ? since : city.changedAt();
    }

    public List<OfferedService> of(Jurisdiction city) {
        var asking = Set.copyOf(jurisdictions.withAttributes(city.id()));
        return all(city, asking).values().stream()
                .filter(Listed::offered)
                .map(Listed::service)
                .toList();
    }

    public Optional<OfferedService> find(Jurisdiction city, String code) {
        return of(city).stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** What a petition is listed under: the service chosen as long as its field is right, else that of the field. */
    public OfferedService under(Jurisdiction city, List<OfferedService> offered, String chosen, String field) {
        var byField = offered.stream()
                .filter(service -> field == null
                        ? service.code().equals(chosen)
                        : service.field().equals(field))
                .toList();
        return byField.stream()
                .filter(service -> service.code().equals(chosen))
                .findFirst()
                .or(() -> byField.stream().findFirst())
                .orElseGet(() -> unlisted(field == null ? "khong_ro" : field));
    }

    private OfferedService unlisted(String field) {
        var name = new Text(words.of("field", field), null);
        return new OfferedService(field, field, null, name, NONE, NONE, NONE, false);
    }

    /** In order; the values of an area are those of today. */
    public List<AttributeRow> attributes(Jurisdiction city, String service) {
        return jurisdictions.attributes(city.id(), service).stream()
                .map(attribute -> attribute.values().isEmpty() && AREA.equals(attribute.meaning())
                        ? with(attribute, areaValues())
                        : with(attribute, named(attribute)))
                .toList();
    }

    private static AttributeRow with(AttributeRow row, List<ValueRow> values) {
        return new AttributeRow(
                row.code(),
                row.variable(),
                row.datatype(),
                row.required(),
                row.position(),
                row.description(),
                row.hint(),
                row.meaning(),
                values);
    }

    private List<ValueRow> named(AttributeRow attribute) {
        return attribute.values().stream()
                .map(value -> value.name().vietnamese() != null || attribute.meaning() == null
                        ? value
                        : new ValueRow(
                                value.key(),
                                new Text(
                                        words.of(attribute.meaning(), value.key()),
                                        value.name().english())))
                .toList();
    }

    private List<ValueRow> areaValues() {
        var all = areas.all(clock.instant().atZone(OFFICE).toLocalDate());
        var names = new HashMap<String, String>();
        all.forEach(area -> names.put(area.code(), area.name()));
        return all.stream()
                .map(area -> new ValueRow(
                        area.code(),
                        new Text(
                                area.parentCode() == null || !names.containsKey(area.parentCode())
                                        ? area.name()
                                        : area.name() + ", " + names.get(area.parentCode()),
                                null)))
                .toList();
    }

    private static final Text NONE = new Text(null, null);

    private record Listed(OfferedService service, boolean offered) {}

    private Map<String, Listed> all(Jurisdiction city, Set<String> asking) {
        var listed = new LinkedHashMap<String, Listed>();
        var categories = fields().categories();
        for (var row : jurisdictions.services(city.id())) {
            listed.put(row.code(), new Listed(service(row, categories.get(row.field()), asking), row.offered()));
        }
        if (!city.fromTables()) {
            return listed;
        }
        categories.forEach((field, category) -> {
            var bare = new ServiceRow(field, field, NONE, NONE, NONE, NONE, true);
            listed.putIfAbsent(field, new Listed(service(bare, category, asking), !OUT_OF_SCOPE.equals(category)));
        });
        return listed;
    }

    private OfferedService service(ServiceRow row, String category, Set<String> asking) {
        return new OfferedService(
                row.code(),
                row.field(),
                category,
                orElse(row.name(), words.of("field", row.field())),
                row.description(),
                row.keywords(),
                orElse(row.group(), category == null ? null : words.of("category", category)),
                asking.contains("") || asking.contains(row.code()));
    }

    private static Text orElse(Text text, String vietnamese) {
        return text.vietnamese() == null ? new Text(vietnamese, text.english()) : text;
    }

    private Fields fields() {
        var inForce = tables.inForce(TABLE);
        if (inForce.isEmpty()) {
            return new Fields(-1, Instant.EPOCH, Map.of());
        }
        var version = inForce.get();
        var read = known;
        if (read.version() != version.version()) {
            read = new Fields(version.version(), version.since(), categories(version.version()));
            known = read;
        }
        return read;
    }

    /** The category of a field is that of its first row that names one. */
    private Map<String, String> categories(int version) {
        var categories = new LinkedHashMap<String, String>();
        try {
            tables.dmn(TABLE, version).map(files::read).ifPresent(table -> {
                var names = new ArrayList<String>();
                table.outputs().forEach(output -> names.add(output.name()));
                for (var row : table.rows()) {
                    var field = value(row, names.indexOf("field"));
                    var category = value(row, names.indexOf("category"));
                    if (!field.isEmpty() && (!category.isEmpty() || !categories.containsKey(field))) {
                        categories.merge(field, category, (one, other) -> one.isEmpty() ? other : one);
                    }
                }
            });
        } catch (BusinessRefusal unreadable) {
            return Map.of(); // the rows are listed all the same
        }
        categories.values().removeIf(String::isEmpty);
        return categories;
    }

    private static String value(RuleTable.Row row, int column) {
        return column < 0 ? "" : row.results().get(column).replace("\"", "").strip();
    }
}
