package vn.haiphong.hotline1022.process.engine;

import static vn.haiphong.hotline1022.process.PetitionVariables.AREA_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.BECOMES_LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.CHANNEL;
import static vn.haiphong.hotline1022.process.PetitionVariables.CONTENT;
import static vn.haiphong.hotline1022.process.PetitionVariables.CO_OPINIONS;
import static vn.haiphong.hotline1022.process.PetitionVariables.HANDLING_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.LEAD;
import static vn.haiphong.hotline1022.process.PetitionVariables.LETTER;
import static vn.haiphong.hotline1022.process.PetitionVariables.LIMIT_STEP;
import static vn.haiphong.hotline1022.process.PetitionVariables.PETITION_CODE;
import static vn.haiphong.hotline1022.process.PetitionVariables.PLACE;
import static vn.haiphong.hotline1022.process.PetitionVariables.REOPENING_ASKED;
import static vn.haiphong.hotline1022.process.PetitionVariables.REPLY_TEXT;
import static vn.haiphong.hotline1022.process.PetitionVariables.STEP_AGENCY;
import static vn.haiphong.hotline1022.process.PetitionVariables.URGENCY;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.PetitionProcess;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.process.SlaBreach;

/** Moves petitions along the diagrams. Business key of every instance is the petition's code. */
@Component
class EnginePetitionProcess implements PetitionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Clock clock;

    EnginePetitionProcess(
            @Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identity, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
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
        runtime.startProcessInstanceByKey(
                "reply-delivery",
                petition.code(),
                Variables.createVariables()
                        .putValue(PETITION_CODE.variableName(), petition.code())
                        .putValue(CHANNEL.variableName(), petition.channel())
                        .putValue(REPLY_TEXT.variableName(), text)
                        .putValue(LETTER.variableName(), letter));
    }

    @Override
    public void escalate(String code, String agencyCode, boolean lead, String only, String urgency) {
        runtime.startProcessInstanceByKey(
                "escalation",
                code,
                Variables.createVariables()
                        .putValue(PETITION_CODE.variableName(), code)
                        .putValue(STEP_AGENCY.variableName(), agencyCode)
                        .putValue(LEAD.variableName(), lead)
                        .putValue(LIMIT_STEP.variableName(), only)
                        .putValue(URGENCY.variableName(), urgency));
    }

    @Override
    public void showOpinions(String code, String opinions) {
        // Whoever gives an opinion sees nothing of the lead's work.
        inTheNameOfTheHouse(() -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey("agency-handling")
                    .processInstanceBusinessKey(code)
                    .variableValueEquals(LEAD.variableName(), true)
                    .list()
                    .forEach(lead -> runtime.setVariable(lead.getId(), CO_OPINIONS.variableName(), opinions));
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
    public void endCoHandling(String code, String agencyCode) {
        // Whoever names the lead, the City Office for one, need not see what that agency does.
        inTheNameOfTheHouse(() -> {
            runtime.createMessageCorrelation("agencyReplaced")
                    .processInstanceBusinessKey(code)
                    .processInstanceVariableEquals(HANDLING_AGENCY.variableName(), agencyCode)
                    .processInstanceVariableEquals(LEAD.variableName(), false)
                    .setVariable(BECOMES_LEAD.variableName(), true)
                    .correlateAll();
        });
    }

    @Override
    public void markBreached(String code, String agencyCode, String message) {
        var late = tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .dueBefore(Date.from(clock.instant().plusSeconds(1)));
        late = agencyCode.isEmpty() ? late.withoutTenantId() : late.tenantIdIn(agencyCode);
        for (var task : late.list()) {
            var marked = runtime.createIncidentQuery()
                            .executionId(task.getExecutionId())
                            .incidentType(SlaBreach.INCIDENT_TYPE)
                            .count()
                    > 0;
            if (!marked) {
                runtime.createIncident(
                        SlaBreach.INCIDENT_TYPE, task.getExecutionId(), task.getTaskDefinitionKey(), message);
            }
        }
    }

    /** For what follows from a step, but lies where whoever completed it may not look. */
    private void inTheNameOfTheHouse(Runnable what) {
        var authentication = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            what.run();
        } finally {
            identity.setAuthentication(authentication);
        }
    }
}
