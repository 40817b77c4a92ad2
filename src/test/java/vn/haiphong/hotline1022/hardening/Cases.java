package vn.haiphong.hotline1022.hardening;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import vn.haiphong.hotline1022.support.House;

/** Petitions that are at an agency already, without the way that led there. */
final class Cases {

    static final String CONTENT = "Đèn đường tắt ba đêm liền trước cổng trường";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final House house;

    Cases(House house) {
        this.house = house;
    }

    /** @return the code of a petition in the register */
    String petition() {
        var code = "HP1022-240916-9%05d-0".formatted(COUNT.incrementAndGet());
        house.jdbc
                .sql("insert into petition (code, tracking_key, state, channel, content, received_at, urgency)"
                        + " values (?, 'khoa-tra-cuu', 'CHO_CO_QUAN', 'portal', ?, ?, 'ordinary')")
                .params(code, CONTENT, house.now().atOffset(ZoneOffset.UTC))
                .update();
        house.jdbc
                .sql("insert into petitioner (petition_code, name, phone) values (?, 'Nguyễn Văn Thử', '+84912345678')")
                .param(code)
                .update();
        return code;
    }

    /** @return the task by which the agency is asked to accept that petition */
    Task at(String agency, String code) {
        return at(agency, code, false);
    }

    /** @return the task by which the agency drafts the reply */
    Task beingResolvedAt(String agency, String code) {
        return at(agency, code, true);
    }

    private Task at(String agency, String code, boolean revision) {
        house.jdbc
                .sql("insert into handling (petition_code, agency_code, lead, state, assigned_at, basis)"
                        + " values (?, ?, true, 'CHO_NHAN', ?, 'Kiểm thử')")
                .params(code, agency, house.now().atOffset(ZoneOffset.UTC))
                .update();
        var due = Date.from(house.now().plus(Duration.ofHours(8)));
        var instance = house.runtime.startProcessInstanceByKey(
                "agency-handling",
                code,
                Map.ofEntries(
                        Map.entry("petitionCode", code),
                        Map.entry("content", CONTENT),
                        Map.entry("handlingAgency", agency),
                        Map.entry("leadAgency", agency),
                        Map.entry("lead", true),
                        Map.entry("settled", false),
                        Map.entry("revision", revision),
                        Map.entry("acceptDueAt", due),
                        Map.entry("dueAt", due)));
        return house.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }
}
