package vn.haiphong.hotline1022.adapter.persistence;

import static vn.haiphong.hotline1022.adapter.persistence.JdbcPetitions.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Jurisdictions;

@Repository
class JdbcJurisdictions implements Jurisdictions {

    private final JdbcClient jdbc;

    JdbcJurisdictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Jurisdiction> find(String id) {
        return jdbc.sql("""
                        select j.*, greatest(j.changed_at,
                                   (select max(changed_at) from service where jurisdiction_id = j.id),
                                   (select max(changed_at) from service_attribute where jurisdiction_id = j.id)) as changed
                          from jurisdiction j where case when :id::text is null then j.home else j.id = :id end
                        """)
                .param("id", id, java.sql.Types.VARCHAR)
                .query((row, i) -> new Jurisdiction(
                        row.getString("id"),
                        row.getBoolean("home"),
                        row.getBoolean("from_tables"),
                        text(row, "contact"),
                        text(row, "key_service"),
                        instant(row, "changed")))
                .optional();
    }

    @Override
    public List<ServiceRow> services(String jurisdiction) {
        return jdbc.sql("select * from service where jurisdiction_id = ? order by position, code")
                .param(jurisdiction)
                .query((row, i) -> new ServiceRow(
                        row.getString("code"),
                        row.getString("field") == null ? row.getString("code") : row.getString("field"),
                        text(row, "name"),
                        text(row, "description"),
                        text(row, "keywords"),
                        text(row, "group_name"),
                        row.getBoolean("offered")))
                .list();
    }

    /** One question; the values of an attribute follow each other. */
    @Override
    public List<AttributeRow> attributes(String jurisdiction, String service) {
        var rows = new ArrayList<AttributeRow>();
        jdbc.sql("""
                        select a.*, v.key, v.name, v.name_en
                          from service_attribute a
                          left join service_value v on (v.jurisdiction_id, v.service_code, v.attribute_code)
                                                     = (a.jurisdiction_id, a.service_code, a.code)
                         where a.jurisdiction_id = ? and a.service_code in ('', ?)
                         order by a.position, a.service_code, a.code, v.position, v.key
                        """).params(jurisdiction, service).query((ResultSet row) -> {
            var code = row.getString("code");
            var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last == null || !last.code().equals(code)) {
                last = attribute(row, rows.size() + 1);
                rows.add(last);
            }
            if (row.getString("key") != null) {
                last.values().add(new ValueRow(row.getString("key"), text(row, "name")));
            }
        });
        return rows;
    }

    private static AttributeRow attribute(ResultSet row, int position) throws SQLException {
        return new AttributeRow(
                row.getString("code"),
                row.getBoolean("variable"),
                row.getString("datatype"),
                row.getBoolean("required"),
                position,
                text(row, "description"),
                text(row, "hint"),
                row.getString("meaning"),
                new ArrayList<>());
    }

    @Override
    public List<String> withAttributes(String jurisdiction) {
        return jdbc.sql("select distinct service_code from service_attribute where jurisdiction_id = ?")
                .param(jurisdiction)
                .query(String.class)
                .list();
    }

    private static Text text(ResultSet row, String column) throws SQLException {
        return new Text(row.getString(column), row.getString(column + "_en"));
    }
}
