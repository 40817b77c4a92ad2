package vn.haiphong.hotline1022;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.FirstVisitor;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

@HouseTest
class StartTest {

    @Autowired
    House house;

    @Test
    void the_house_starts_and_is_healthy() {
        assertThat(house.http().get().uri("/actuator/health").retrieve().body(String.class))
                .contains("UP");
    }

    @Test
    void whoever_comes_in_as_the_port_opens_finds_accounts_contacts_and_tables(@Autowired FirstVisitor visitor) {
        assertThat(visitor.couldLogIn).isTrue();
        assertThat(visitor.contacts).isPositive();
        assertThat(visitor.tables).isEqualTo(5);
    }
}
