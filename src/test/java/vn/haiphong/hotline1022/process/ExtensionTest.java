package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;
import vn.haiphong.hotline1022.support.Walk;

/** More time is granted to a case, not to whoever works on it (Giả định A-16). */
@HouseTest
class ExtensionTest {

    @Autowired
    House house;

    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(house);
    }

    @Test
    @Tag("A-16")
    void an_answer_sent_back_by_1022_brings_no_second_extension() {
        var code = walk.inWork("CSHP", "");
        walk.extend(code, "CSHP");
        walk.approve(code, "CSHP");
        walk.draft(code, "CSHP", "Đã thay bóng đèn.");
        walk.approve(code, "CSHP");
        house.complete(
                "operator", code, "userTask_checkReply", "approved", false, "sendBackReason", "Ghi rõ ngày thay");

        assertThatThrownBy(() -> walk.extend(code, "CSHP"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Đã gia hạn một lần");
    }
}
