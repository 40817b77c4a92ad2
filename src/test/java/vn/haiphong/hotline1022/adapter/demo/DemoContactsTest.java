package vn.haiphong.hotline1022.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.haiphong.hotline1022.support.TestPostgres;

class DemoContactsTest {

    private final JdbcClient register = JdbcClient.create(TestPostgres.emptyRegister());

    @Test
    void every_role_of_every_agency_and_of_the_city_gets_one_address() {
        agency("SXD", "2024-01-01", "2025-02-28");
        agency("SXD", "2025-03-01", null);
        agency("TNHP", "2024-01-01", null);

        demo().afterPropertiesSet();

        assertThat(addresses("SXD"))
                .containsExactly(
                        "focal Đầu mối SXD sxdfocal@demo.1022.haiphong.gov.vn",
                        "leader Lãnh đạo SXD sxdleader@demo.1022.haiphong.gov.vn",
                        "officer Chuyên viên SXD sxdofficer@demo.1022.haiphong.gov.vn");
        assertThat(addresses("TNHP")).hasSize(3);
        assertThat(addresses(""))
                .extracting(contact -> contact.split(" ")[0])
                .containsExactlyInAnyOrder("officer", "focal", "leader", "platform", "VPUB", "vice-chair", "chair");
    }

    @Test
    void a_restart_adds_only_what_is_new() {
        agency("SXD", "2024-01-01", null);
        demo().afterPropertiesSet();
        agency("TNHP", "2024-01-01", null);

        demo().afterPropertiesSet();
        demo().afterPropertiesSet();

        assertThat(register.sql("select count(*) from contact")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3 + 3 + 7);
    }

    private DemoContacts demo() {
        return new DemoContacts(register);
    }

    private java.util.List<String> addresses(String agency) {
        return register.sql(
                        "select role || ' ' || name || ' ' || email from contact where agency_code = ? order by role")
                .param(agency)
                .query(String.class)
                .list();
    }

    private void agency(String code, String from, String to) {
        register.sql("""
                        insert into agency (code, valid_from, valid_to, name, kind, source, confidence)
                        values (?, ?::date, ?::date, ?, 'so', 'test', 'test')
                        """).params(code, from, to, "Cơ quan " + code).update();
    }
}
