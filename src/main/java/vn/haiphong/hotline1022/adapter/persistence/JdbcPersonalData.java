package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.adapter.persistence.PersonalDataList.Kind;
import vn.haiphong.hotline1022.adapter.persistence.PersonalDataList.Part;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.domain.petition.NamedPeople;

/** Follows the list, table by table, in the register and in the engine's tables beside it: they are one database. */
@Repository
class JdbcPersonalData implements PersonalData {

    static final String ERASED = "(Nội dung đã được xóa)";

    private static final String OPEN = """
            (p.closed_at is null or exists (select from public.act_hi_procinst i
              where i.business_key_ = p.code and i.end_time_ is null))
            """;

    private final PersonalDataList list = PersonalDataList.delivered();
    private final Map<String, Boolean> nullable = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    JdbcPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Case> casesOf(Person person) {
        return jdbc.sql("""
                        select p.code, p.received_at, p.state, p.confidential, p.erased_at, %s as open
                          from petition p join petitioner s on s.petition_code = p.code
                         where s.phone = :phone or lower(s.email) = lower(:email) order by p.received_at, p.code
                        """.formatted(OPEN))
                .param("phone", person.phone(), java.sql.Types.VARCHAR)
                .param("email", person.email(), java.sql.Types.VARCHAR)
                .query(JdbcPersonalData::oneCase)
                .list();
    }

    @Override
    public List<Case> cases(List<String> codes) {
        return jdbc.sql("""
                        select p.code, p.received_at, p.state, p.confidential, p.erased_at, %s as open
                          from petition p where p.code = any (?) order by p.received_at, p.code
                        """.formatted(OPEN))
                .param(codes.toArray(String[]::new))
                .query(JdbcPersonalData::oneCase)
                .list();
    }

    private static Case oneCase(ResultSet row, int i) throws SQLException {
        return new Case(
                row.getString("code"),
                instant(row, "received_at"),
                row.getString("state"),
                row.getBoolean("confidential"),
                row.getBoolean("open"),
                instant(row, "erased_at"));
    }

    @Override
    public Set<Person> sendersOf(List<String> codes) {
        return new LinkedHashSet<>(jdbc.sql("select name, phone, email from petitioner where petition_code = any (?)"
                        + " and coalesce(name, phone, email) is not null order by petition_code")
                .param(codes.toArray(String[]::new))
                .query((row, i) -> new Person(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> counts(List<String> codes, Person person) {
        return walk(codes, person, Purpose.request, true);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Long> erase(List<String> codes, Person person, Purpose purpose, Instant at) {
        jdbc.sql("select set_config('register.erasing', 'yes', true)")
                .query(String.class)
                .single();
        var counts = walk(codes, person, purpose, false);
        jdbc.sql("update petition set erased_at = ?, erased_for = ?, consent_to_publish = false where code = any (?)")
                .params(JdbcPetitions.timestamp(at), purpose.name(), codes.toArray(String[]::new))
                .update();
        // Whatever fails before ends the transaction, and with it the setting.
        jdbc.sql("select set_config('register.erasing', '', true)")
                .query(String.class)
                .single();
        return counts;
    }

    private Map<String, Long> walk(List<String> codes, Person person, Purpose purpose, boolean dry) {
        var about = people(codes, person);
        var names = new NamedPeople(
                about.stream().map(Person::name).toList(),
                about.stream().map(Person::phone).toList(),
                about.stream().map(Person::email).toList());
        var counts = new TreeMap<String, Long>();
        for (var part : list.parts()) {
            var touched = dry ? touchedBy(part, codes, about, names) : erase(part, codes, about, names, purpose);
            if (touched > 0) {
                counts.merge(part.table(), touched, Long::sum);
            }
        }
        return counts;
    }

    private List<Person> people(List<String> codes, Person person) {
        return Stream.concat(sendersOf(codes).stream(), Stream.ofNullable(person))
                .distinct()
                .toList();
    }

    private long touchedBy(Part part, List<String> codes, List<Person> about, NamedPeople names) {
        if (!part.of(Kind.row).isEmpty()) {
            return asked("select count(*) from " + part.table() + " where " + part.where(), codes, about)
                    .query(Long.class)
                    .single();
        }
        var emptied = part.of(Kind.contact, Kind.citizen);
        var masked = part.of(Kind.words, Kind.mention);
        if (emptied.isEmpty() && masked.isEmpty()) {
            return 0;
        }
        return asked(
                        select(
                                part,
                                Stream.concat(emptied.stream(), masked.stream()).toList(),
                                ""),
                        codes,
                        about)
                .query((row, i) -> isTouched(row, emptied, masked, names))
                .list()
                .stream()
                .filter(touched -> touched)
                .count();
    }

    private static boolean isTouched(ResultSet row, List<String> emptied, List<String> masked, NamedPeople names)
            throws SQLException {
        for (var column : emptied) {
            var value = row.getString(column);
            if (value != null && !value.isEmpty() && !value.equals(ERASED)) {
                return true;
            }
        }
        for (var column : masked) {
            var value = row.getString(column);
            if (value != null && names.maskedIn(value) != value) {
                return true;
            }
        }
        return false;
    }

    private long erase(Part part, List<String> codes, List<Person> about, NamedPeople names, Purpose purpose) {
        if (!part.of(Kind.row).isEmpty()) {
            return asked("delete from " + part.table() + " where " + part.where(), codes, about)
                    .update();
        }
        var all = part.of(Kind.contact, Kind.citizen, Kind.words, Kind.mention);
        if (all.isEmpty()) {
            return 0;
        }
        var touched = 0L;
        for (var row :
                asked(select(part, all, " for update"), codes, about).query().listOfRows()) {
            var values = new LinkedHashMap<String, Object>();
            all.forEach(column -> {
                var before = row.get(column);
                var after = left(part, column, before, names, purpose);
                if (!Objects.equals(before, after)) {
                    values.put(column, after);
                }
            });
            if (!values.isEmpty()) {
                touched += update(part.table(), row.get("row_id").toString(), values);
            }
        }
        return touched;
    }

    private Object left(Part part, String column, Object before, NamedPeople names, Purpose purpose) {
        if (before == null) {
            return null;
        }
        return switch (part.columns().get(column)) {
            case contact -> mayBeNull(part.table(), column) ? null : "";
            case citizen -> ERASED;
            case words -> purpose == Purpose.retention ? ERASED : names.maskedIn(before.toString());
            default -> names.maskedIn(before.toString());
        };
    }

    private long update(String table, String rowId, Map<String, Object> values) {
        var parameters = new ArrayList<Object>(values.values());
        parameters.add(rowId);
        return jdbc.sql("update " + table + " set "
                        + values.keySet().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(", "))
                        + " where ctid = cast(? as tid)")
                .params(parameters)
                .update();
    }

    private static String select(Part part, Collection<String> columns, String lock) {
        return "select ctid::text as row_id, " + String.join(", ", columns) + " from " + part.table() + " where "
                + part.where() + lock;
    }

    private boolean mayBeNull(String table, String column) {
        return nullable.computeIfAbsent(
                table + "." + column,
                key -> jdbc.sql("select is_nullable = 'YES' from information_schema.columns"
                                + " where table_schema || '.' || table_name = ? and column_name = ?")
                        .params(table, column)
                        .query(Boolean.class)
                        .single());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> rows(List<String> codes, Person person) {
        var about = people(codes, person);
        var found = new LinkedHashMap<String, List<Map<String, Object>>>();
        for (var part : list.parts()) {
            if (part.concernsPeople()) {
                var rows = asked("select * from " + part.table() + " where " + part.where(), codes, about)
                        .query((row, i) -> plain(row))
                        .list();
                if (!rows.isEmpty()) {
                    found.computeIfAbsent(part.table(), table -> new ArrayList<>())
                            .addAll(rows);
                }
            }
        }
        return found;
    }

    /** In types that everybody can write down; bytes stay bytes. */
    private static Map<String, Object> plain(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var value = row.getObject(i);
            if (value instanceof Timestamp time) {
                value = time.toInstant().toString();
            } else if (value instanceof Array array) {
                value = List.of((Object[]) array.getArray());
            } else if (value != null
                    && !(value instanceof Number || value instanceof Boolean || value instanceof byte[])) {
                value = value.toString();
            }
            if (value != null) {
                values.put(row.getMetaData().getColumnName(i), value);
            }
        }
        return values;
    }

    private StatementSpec asked(String sql, List<String> codes, List<Person> about) {
        return jdbc.sql(sql)
                .param("codes", codes.toArray(String[]::new))
                .param(
                        "phones",
                        about.stream()
                                .map(Person::phone)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .param(
                        "emails",
                        about.stream()
                                .map(Person::email)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new));
    }

    // The proof -------------------------------------------------------------------------------------------------------

    private record Column(String table, String name, boolean bytes) {}

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> search(Person person) {
        var wanted = Stream.of(person.name(), person.email(), NamedPeople.significant(person.phone()))
                .filter(text -> text != null && text.strip().length() > 3)
                .map(String::strip)
                .distinct()
                .toList();
        var found = new TreeMap<String, Long>();
        if (wanted.isEmpty()) {
            return found;
        }
        var columns = jdbc
                .sql("""
                        select c.table_schema || '.' || quote_ident(c.table_name) as name, c.column_name, c.data_type = 'bytea' as bytes
                          from information_schema.columns c join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                         where c.table_schema in ('public', 'register')
                           and c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')
                         order by 1, c.ordinal_position
                        """)
                .query((row, i) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()));
        columns.forEach((table, ofTable) -> search(table, ofTable, wanted, found));
        return found;
    }

    /** Each table is read once, whatever it has. */
    private void search(String table, List<Column> columns, List<String> wanted, Map<String, Long> found) {
        var sums = new ArrayList<String>();
        for (var column : columns) {
            var tests = new ArrayList<String>();
            for (var i = 0; i < wanted.size(); i++) {
                tests.add(
                        column.bytes()
                                ? "position(convert_to(:w" + i + ", 'UTF8') in \"" + column.name() + "\") > 0"
                                : "strpos(lower(\"" + column.name() + "\"::text), lower(:w" + i + ")) > 0");
            }
            sums.add("count(*) filter (where " + String.join(" or ", tests) + ")");
        }
        var statement = jdbc.sql("select " + String.join(", ", sums) + " from " + table);
        for (var i = 0; i < wanted.size(); i++) {
            statement = statement.param("w" + i, wanted.get(i));
        }
        statement
                .query((row, n) -> {
                    for (var i = 0; i < columns.size(); i++) {
                        if (row.getLong(i + 1) > 0) {
                            found.put(table + "." + columns.get(i).name(), row.getLong(i + 1));
                        }
                    }
                    return true;
                })
                .single();
    }
}
