package vn.haiphong.hotline1022.adapter.demo;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives every role of every agency, and of the city, an address in the demo, so that each notice reaches somebody. */
@Component
@Profile(EmbeddedDefault.PROFILE)
@DependsOn("masterDataImport") // the directory has been read in
class DemoContacts implements InitializingBean {

    private final JdbcClient jdbc;

    DemoContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("""
                insert into contact (agency_code, role, name, email)
                select distinct agency.code, role.name, role.title || ' ' || agency.code,
                       lower(agency.code) || role.name || '@demo.1022.haiphong.gov.vn'
                  from agency
                 cross join (values ('officer', 'Chuyên viên'), ('focal', 'Đầu mối'), ('leader', 'Lãnh đạo'))
                       as role (name, title)
                on conflict do nothing
                """).update();
        jdbc.sql("""
                insert into contact (agency_code, role, name, email)
                select '', role, name, mailbox || '@demo.1022.haiphong.gov.vn'
                  from (values ('officer', 'Tổng đài viên 1022', 'operators'),
                               ('focal', 'Tổng đài viên 1022', 'operators'),
                               ('leader', 'Điều phối viên 1022', 'coordinator'),
                               ('platform', 'Cơ quan quản lý nền tảng 1022', 'platform'),
                               ('VPUB', 'Văn phòng UBND thành phố', 'vpub'),
                               ('vice-chair', 'Phó Chủ tịch UBND thành phố', 'vicechair'),
                               ('chair', 'Chủ tịch UBND thành phố', 'chair'))
                       as city (role, name, mailbox)
                on conflict do nothing
                """).update();
    }
}
