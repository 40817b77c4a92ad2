package vn.haiphong.hotline1022.adapter.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.Contacts;

@Repository
class JdbcContacts implements Contacts {

    private final JdbcClient jdbc;

    JdbcContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Contact> of(String role, String agencyCode) {
        return jdbc.sql("select name, email from contact where role = ? and agency_code = ? order by email")
                .params(role, agencyCode)
                .query((row, i) -> new Contact(row.getString(1), row.getString(2)))
                .list();
    }
}
