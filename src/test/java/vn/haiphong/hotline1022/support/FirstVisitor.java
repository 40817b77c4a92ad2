package vn.haiphong.hotline1022.support;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comes in the moment the port opens, and notes what is there. */
@TestComponent
public class FirstVisitor {

    private final IdentityService identity;
    private final JdbcClient jdbc;

    public boolean couldLogIn;
    public long contacts;
    public long tables;

    FirstVisitor(IdentityService identity, JdbcClient jdbc) {
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ServletWebServerInitializedEvent open) {
        couldLogIn = identity.checkPassword("manager", "manager")
                && identity.createGroupQuery().groupMember("manager").count() == 1;
        contacts = count("select count(*) from contact");
        tables = count("select count(*) from act_re_decision_def");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
