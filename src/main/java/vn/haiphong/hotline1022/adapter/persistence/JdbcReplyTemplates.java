package vn.haiphong.hotline1022.adapter.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.haiphong.hotline1022.application.port.ReplyTemplates;

@Repository
class JdbcReplyTemplates implements ReplyTemplates {

    private final JdbcClient jdbc;

    JdbcReplyTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Template> of(String field) {
        return jdbc.sql("""
                        select name, ending, text from reply_template
                         where offered and (field = ? or field = '') order by field = '', position, id
                        """)
                .param(field == null ? "" : field)
                .query((row, i) -> new Template(row.getString("name"), row.getString("ending"), row.getString("text")))
                .list();
    }
}
