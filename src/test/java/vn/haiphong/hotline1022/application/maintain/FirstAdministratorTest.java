package vn.haiphong.hotline1022.application.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstAdministratorTest {

    @Test
    void the_first_administrator_gets_the_password_that_was_set() {
        assertThat(new FirstAdministrator("mot mat khau dai").password()).isEqualTo("mot mat khau dai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "admin", "123456789"})
    void without_a_good_one_nobody_is_created(String password) {
        assertThatThrownBy(() -> new FirstAdministrator(password).password())
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("HOTLINE_ADMIN_PASSWORD")
                .hasMessageNotContaining("123456789");
    }
}
