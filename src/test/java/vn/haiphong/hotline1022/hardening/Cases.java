package vn.haiphong.hotline1022.hardening;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.support.House;

/** Petitions that are at an agency already, mostly without the way that led there. */
final class Cases {

    static final String CONTENT = "Đèn đường tắt ba đêm liền trước cổng trường";

    static final Petitioner PETITIONER = new Petitioner("Nguyễn Văn Thử", "0912345678", "dan@example.vn");

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

    /** The whole way from the citizen to the agencies, with the operator's decision in between. */
    String sentTo(String lead, String coordinating, Petitioner petitioner) {
        var code = house.receive(CONTENT, "quận Lê Chân", petitioner).code().value();
        house.runDueJobs();
        house.complete(
                "operator",
                code,
                "userTask_classifyPetition",
                "decision",
                "accept",
                "kind",
                "phan_anh",
                "category",
                "su_co_ha_tang",
                "field",
                "chieu_sang",
                "urgency",
                "ordinary",
                "leadAgency",
                lead,
                "coordinatingAgencies",
                coordinating,
                "agencyBasis",
                "Kiểm thử");
        house.runDueJobs();
        return code;
    }

    /** @return the open task of that agency in that case */
    Task taskOf(String agency, String code) {
        return house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .tenantIdIn(agency)
                .singleResult();
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
