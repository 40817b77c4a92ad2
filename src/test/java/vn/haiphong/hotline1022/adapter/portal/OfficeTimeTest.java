package vn.haiphong.hotline1022.adapter.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-09-18T08:00",
                "08:00 ngày 18/09/2024",
                "8:00 18/9/2024",
                "18/09/2024 08:00",
                " 18/9/2024  8:00 ",
                "08:00 on 18/09/2024"
            })
    void a_time_is_taken_as_a_browser_gives_it_and_as_people_write_it(String typed) {
        assertThat(OfficeTime.parse(typed)).isEqualTo(Instant.parse("2024-09-18T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hôm qua", "18/09/2024", "08:00", "31/02/2024 08:00", "8:00 ngày", "25:00 18/09/2024", "::: ///"
            })
    void what_is_no_time_is_refused(String typed) {
        assertThatThrownBy(() -> OfficeTime.parse(typed)).isInstanceOf(DateTimeException.class);
    }
}
