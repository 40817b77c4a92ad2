package vn.haiphong.hotline1022.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** The common stretches of a petition's way, so that a test begins where it gets interesting. */
public final class Walk {

    private static final String LAMP = "Đèn đường trước số nhà 12 đường Tô Hiệu tắt ba tối liền, ngõ tối om.";

    private final House house;

    public Walk(House house) {
        this.house = house;
    }

    public String received() {
        var code = house.receive(LAMP, "quận Lê Chân").code().value();
        house.runDueJobs();
        return code;
    }

    /** @param more further inputs of the classification, names and values */
    public String accepted(String lead, String coordinating, Object... more) {
        var code = received();
        var given = new ArrayList<Object>(List.of("decision", "accept", "field", "chieu_sang", "urgency", "ordinary"));
        given.addAll(List.of("leadAgency", lead, "coordinatingAgencies", coordinating));
        given.addAll(List.of(more));
        house.complete("operator", code, "userTask_classifyPetition", given.toArray());
        return code;
    }

    /** The agency, lead or not, takes its part on. */
    public void accept(String code, String agency) {
        house.complete(agency.toLowerCase() + "focal", taskOf(code, agency), "outcome", "accept");
    }

    public void giveBack(String code, String agency, String reason) {
        house.complete(
                agency.toLowerCase() + "focal", taskOf(code, agency), "outcome", "return", "returnReason", reason);
    }

    public String inWork(String lead, String coordinating, Object... more) {
        var code = accepted(lead, coordinating, more);
        accept(code, lead);
        return code;
    }

    public void draft(String code, String agency, String reply) {
        house.complete(agency.toLowerCase() + "officer", taskOf(code, agency), "outcome", "done", "replyText", reply);
    }

    public void approve(String code, String agency) {
        house.complete(agency.toLowerCase() + "leader", taskOf(code, agency), "approved", true);
    }

    /** From the officer's desk to the citizen. */
    public void answer(String code, String agency) {
        draft(code, agency, "Đã thay bóng đèn.");
        approve(code, agency);
        house.complete("operator", code, "userTask_checkReply", "approved", true);
        house.runDueJobs();
    }

    public void extend(String code, String agency) {
        house.complete(
                agency.toLowerCase() + "officer",
                taskOf(code, agency),
                "outcome",
                "extend",
                "extensionReason",
                "Chờ vật tư nhập ngoại");
    }

    public Task taskOf(String code, String agency) {
        return house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .tenantIdIn(agency)
                .singleResult();
    }

    public Object variable(Task task, String name) {
        return house.tasks.getVariable(task.getId(), name);
    }

    public Instant dueOf(String code) {
        return house.jdbc
                .sql("select due_at from petition where code = ?")
                .param(code)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    public String keyOf(String code) {
        return house.jdbc
                .sql("select tracking_key from petition where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    /** Agency and state of each, in the order in which they came in. */
    public List<String> handlingsOf(String code) {
        return house.jdbc
                .sql(
                        "select agency_code || case when lead then ' chủ trì ' else ' phối hợp ' end || state from handling"
                                + " where petition_code = ? order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    public List<String> notesOf(String code) {
        return house.jdbc
                .sql("select note from petition_event where petition_code = ? and note is not null order by id")
                .param(code)
                .query(String.class)
                .list();
    }

    /** What people of the house have been told, one line for each: level of the report (0: reminder) and address. */
    public List<String> toldAbout(String code) {
        return house.jdbc
                .sql("select split_part(key, '|', 4) || ' ' || recipient from notice"
                        + " where petition_code = ? and kind in ('reminder', 'breach') order by key")
                .param(code)
                .query(String.class)
                .list();
    }

    /** The steps that Cockpit shows as late. */
    public List<String> breachesOf(String code) {
        var instances = house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        return house.runtime.createIncidentQuery().incidentType("slaBreach").list().stream()
                .filter(incident -> instances.contains(incident.getProcessInstanceId()))
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .map(Incident::getActivityId)
                .sorted()
                .toList();
    }
}
