package vn.haiphong.hotline1022.process.engine;

import static vn.haiphong.hotline1022.process.PetitionVariables.AGENCY_BASIS;
import static vn.haiphong.hotline1022.process.PetitionVariables.AREA_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.BECOMES_LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALENDAR_VERSION;
import static vn.haiphong.hotline1022.process.PetitionVariables.CALL_REASON;
import static vn.haiphong.hotline1022.process.PetitionVariables.CATEGORY;
import static vn.haiphong.hotline1022.process.PetitionVariables.CHANNEL;
import static vn.haiphong.hotline1022.process.PetitionVariables.CONTENT;
import static vn.haiphong.hotline1022.process.PetitionVariables.CO_OPINIONS;
import static vn.haiphong.hotline1022.process.PetitionVariables.DUE_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.FIELD;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.INSTEAD_OF;
import static vn.haiphong.hotline1022.process.PetitionVariables.KIND;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LETTER;
import static vn.haiphong.hotline1022.process.PetitionVariables.MERGE_INTO;
import static vn.haiphong.hotline1022.process.PetitionVariables.NOTICE_WINDOW;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLACE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLANNED_UNTIL;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_ASKED_AT;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLAN_MOVED;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENED;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENING_ASKED;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.REROUTED_TO;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionText;
import vn.haiphong.hotline1022.process.AsTheHouse;
import vn.haiphong.hotline1022.process.Covered;
import vn.haiphong.hotline1022.process.SlaBreach;

/** Moves petitions along the diagrams. Business key of every instance is the petition's code. */
@Component
class EnginePetitionProcess implements PetitionProcess {

    private static final int LONGEST_TEXT = 3900; // the engine keeps at most 4,000 characters

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ProcessEngine engine;
    private final Clock clock;
    private final Map<String, Boolean> clocks = new ConcurrentHashMap<>(); // by job definition, of which there are few

    EnginePetitionProcess(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            @Lazy ProcessEngine engine,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void start(Petition petition, String place) {
        runtime.startProcessInstanceByKey(
                "petition-handling",
                petition.code(),
                Variables.createVariables()
                        .putValue(PETITION_CODE.variableName(), petition.code())
                        .putValue(CHANNEL.variableName(), petition.channel())
                        .putValue(CONTENT.variableName(), petition.content())
                        .putValue(PLACE.variableName(), place)
                        .putValue(AREA_CODE.variableName(), petition.areaCode()));
    }

    @Override
    public boolean supplemented(String code, String content) {
        return !runtime.createMessageCorrelation("petitionSupplemented")
                .processInstanceBusinessKey(code)
                .setVariable(CONTENT.variableName(), content)
                .correlateAllWithResult()
                .isEmpty();
    }

    @Override
    public boolean rated(String code, Instant at, boolean reopeningAsked) {
        return !runtime.createMessageCorrelation("petitionRated")
                .processInstanceBusinessKey(code)
                .setVariable(REOPENING_ASKED.variableName(), reopeningAsked)
                .correlateAllWithResult()
                .isEmpty();
    }

    @Override
    public void deliver(Petition petition, String letter, String text) {
        // Who decides about personal data has no right in the engine, and what was decided is told all the same.
        AsTheHouse.call(
                engine,
                () -> runtime.startProcessInstanceByKey(
                        "reply-delivery",
                        petition.code(),
                        Variables.createVariables()
                                .putValue(PETITION_CODE.variableName(), petition.code())
                                .putValue(CHANNEL.variableName(), petition.channel())
                                .putValue(REPLY_TEXT.variableName(), text)
                                .putValue(LETTER.variableName(), letter)));
    }

    @Override
    public void followPlan(Petition petition, String plannedUntil, Instant askedAt) {
        runtime.startProcessInstanceByKey(
                "planned-work",
                petition.code(),
                shown(petition)
                        .putValue(LEAD_AGENCY.variableName(), petition.leadAgency())
                        .putValue(PLANNED_UNTIL.variableName(), plannedUntil)
                        .putValue(PLAN_MOVED.variableName(), false)
                        .putValue(PLAN_ASKED_AT.variableName(), Date.from(askedAt)));
    }

    @Override
    public void citizenWrote(Petition petition, Petition answered) {
        var shown = shown(petition)
                .putValue(REPLY_TEXT.variableName(), answered.replyText())
                .putValue(MERGE_INTO.variableName(), answered.code().equals(petition.code()) ? null : answered.code());
        // The citizen is nobody here, and an operator who writes it down may not start it either.
        AsTheHouse.call(engine, () -> runtime.startProcessInstanceByKey("citizen-message", petition.code(), shown));
    }

    @Override
    public void askSatisfaction(Petition petition) {
        runtime.startProcessInstanceByKey("satisfaction-call", petition.code(), shown(petition));
    }

    @Override
    public void askReopening(Petition petition) {
        if (rated(petition.code(), clock.instant(), true)) {
            return;
        }
        again("caseDoubted", petition, petition.leadAgency(), petition.urgencyOr("ordinary"), false);
    }

    @Override
    public void reopen(Petition petition, String lead, String urgency, boolean halved) {
        rated(petition.code(), clock.instant(), false); // nobody waits for a rating of that answer any more
        again("planBroken", petition, lead, urgency, halved);
    }

    private void again(String message, Petition petition, String lead, String urgency, boolean halved) {
        AsTheHouse.call(
                engine,
                () -> runtime.startProcessInstanceByMessage(
                        message,
                        petition.code(),
                        shown(petition)
                                .putValue(CHANNEL.variableName(), petition.channel())
                                .putValue(AREA_CODE.variableName(), petition.areaCode())
                                .putValue(KIND.variableName(), petition.kind())
                                .putValue(CATEGORY.variableName(), petition.category())
                                .putValue(FIELD.variableName(), petition.field())
                                .putValue(URGENCY.variableName(), urgency)
                                .putValue(REOPENED.variableName(), halved)
                                .putValue(LEAD_AGENCY.variableName(), lead)));
    }

    /** What a form after the answer shows of the case; whoever may look at tasks reads it, so of a confidential one nothing. */
    private static VariableMap shown(Petition petition) {
        var covered = petition.confidential();
        return Variables.createVariables()
                .putValue(PETITION_CODE.variableName(), petition.code())
                .putValue(
                        CONTENT.variableName(),
                        covered ? Covered.ASK_THE_REGISTER : PetitionText.upTo(LONGEST_TEXT, petition.content()))
                .putValue(PLACE.variableName(), covered ? "" : petition.address())
                .putValue(REPLY_TEXT.variableName(), petition.replyText());
    }

    @Override
    public void tellOtherwise(Petition petition, String letter, String text, String notice, String reason) {
        runtime.startProcessInstanceByKey(
                "reply-delivery",
                petition.code(),
                Variables.createVariables()
                        .putValue(PETITION_CODE.variableName(), petition.code())
                        .putValue(CHANNEL.variableName(), petition.channel())
                        .putValue(REPLY_TEXT.variableName(), text)
                        .putValue(LETTER.variableName(), letter)
                        .putValue(INSTEAD_OF.variableName(), notice)
                        .putValue(CALL_REASON.variableName(), reason));
    }

    @Override
    public void deliverNotices(long window) {
        runtime.startProcessInstanceByKey(
                "notice-delivery",
                "notices-" + window,
                Variables.createVariables().putValue(NOTICE_WINDOW.variableName(), String.valueOf(window)));
    }

    @Override
    public void recountLimits(long calendarVersion) {
        var variables =
                Variables.createVariables().putValue(CALENDAR_VERSION.variableName(), String.valueOf(calendarVersion));
        // Who changes the calendar may do that, and no more of the diagrams.
        AsTheHouse.call(
                engine,
                () -> runtime.startProcessInstanceByKey("calendar-change", "calendar-" + calendarVersion, variables));
    }

    @Override
    public void limitMoved(String code, String step, Instant from, Instant to) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream()
                .map(ProcessInstance::getId)
                .toArray(String[]::new);
        if (instances.length == 0) {
            return;
        }
        var variable = dueVariable(step);
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .variableName(variable)
                .variableValueEquals(variable, Date.from(from))
                .list()
                .forEach(due -> runtime.setVariableLocal(due.getExecutionId(), variable, Date.from(to)));
        for (var task : tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .dueDate(Date.from(from))
                .list()) {
            task.setDueDate(Date.from(to));
            tasks.saveTask(task);
            if (to.isAfter(clock.instant())) {
                runtime.createIncidentQuery()
                        .executionId(task.getExecutionId())
                        .incidentType(SlaBreach.INCIDENT_TYPE)
                        .list()
                        .forEach(incident -> runtime.resolveIncident(incident.getId()));
            }
        }
        for (var instance : instances) {
            for (var timer : management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .timers()
                    .list()) {
                if (isClock(timer)) {
                    // It looks at the limits when it wakes up, and goes to sleep until the next mark there is now.
                    management.setJobDuedate(timer.getId(), Date.from(clock.instant()));
                } else if (timer.getDuedate().toInstant().equals(from)) {
                    management.setJobDuedate(timer.getId(), Date.from(to));
                }
            }
        }
    }

    /** Where the diagrams read the due date of a step; the limit of the whole case is simply "dueAt". */
    private static String dueVariable(String step) {
        return step.equals("handle") ? DUE_AT.variableName() : step + "DueAt";
    }

    private boolean isClock(Job timer) {
        return clocks.computeIfAbsent(
                timer.getJobDefinitionId(),
                id -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(id)
                        .singleResult()
                        .getJobConfiguration()
                        .contains("nextDeadlineMark"));
    }

    @Override
    public void showOpinions(String code, String opinions) {
        // Whoever gives an opinion sees nothing of the lead's work.
        AsTheHouse.call(engine, () -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey("agency-handling")
                    .processInstanceBusinessKey(code)
                    .variableValueEquals(LEAD.variableName(), true)
                    .list()
                    .forEach(lead -> runtime.setVariable(lead.getId(), CO_OPINIONS.variableName(), opinions));
            return null;
        });
    }

    @Override
    public long waitingAt(String code, String userTask) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(userTask)
                .count();
    }

    @Override
    public void replaceAgency(String code, String agencyCode) {
        runtime.createMessageCorrelation("agencyReplaced")
                .processInstanceBusinessKey(code)
                .processInstanceVariableEquals(HANDLING_AGENCY.variableName(), agencyCode)
                .correlateAll();
    }

    @Override
    public void reroute(String code, String from, String to, String basis) {
        // Whoever answers for the tables need not see what agencies do.
        AsTheHouse.call(engine, () -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey("petition-assignment")
                    .processInstanceBusinessKey(code)
                    .list()
                    .forEach(assignment -> runtime.setVariable(assignment.getId(), AGENCY_BASIS.variableName(), basis));
            runtime.createMessageCorrelation("agencyReplaced")
                    .processInstanceBusinessKey(code)
                    .processInstanceVariableEquals(HANDLING_AGENCY.variableName(), from)
                    .processInstanceVariableEquals(LEAD.variableName(), true)
                    .setVariable(REROUTED_TO.variableName(), to)
                    .correlateAll();
            return null;
        });
    }

    @Override
    public void endCoHandling(String code, String agencyCode) {
        // Whoever names the lead, the City Office for one, need not see what that agency does.
        AsTheHouse.call(engine, () -> {
            runtime.createMessageCorrelation("agencyReplaced")
                    .processInstanceBusinessKey(code)
                    .processInstanceVariableEquals(HANDLING_AGENCY.variableName(), agencyCode)
                    .processInstanceVariableEquals(LEAD.variableName(), false)
                    .setVariable(BECOMES_LEAD.variableName(), true)
                    .correlateAll();
            return null;
        });
    }
}
