package vn.haiphong.hotline1022.process.engine.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import vn.haiphong.hotline1022.application.escalate.FollowDeadlines;
import vn.haiphong.hotline1022.process.DeadlineStep;
import vn.haiphong.hotline1022.process.SlaBreach;

/**
 * Keeps the incidents of missed limits true on every user task: a step that begins after its limit has passed shows so at
 * once, and when the step is done its incident is resolved.
 */
class SlaIncidents extends AbstractBpmnParseListener implements TaskListener {

    private final ObjectProvider<FollowDeadlines> followDeadlines;
    private final Clock clock;

    SlaIncidents(ObjectProvider<FollowDeadlines> followDeadlines, Clock clock) {
        this.followDeadlines = followDeadlines;
        this.clock = clock;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(EVENTNAME_CREATE, this);
        definition.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
        definition.addBuiltInTaskListener(EVENTNAME_DELETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = ((TaskEntity) task).getExecution();
        if (execution == null) {
            return;
        }
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            markIfLate(task, execution);
        } else {
            new ArrayList<>(execution.getIncidents())
                    .stream()
                            .filter(incident -> SlaBreach.INCIDENT_TYPE.equals(incident.getIncidentType()))
                            .forEach(incident -> incident.resolve());
        }
    }

    private void markIfLate(DelegateTask task, ExecutionEntity execution) {
        var due = task.getDueDate();
        if (due == null || due.after(Date.from(clock.instant()))) {
            return;
        }
        var follow = followDeadlines.getObject();
        follow.breachOf(SeenLimits.look(DeadlineStep.of(execution), follow))
                .ifPresent(message -> LateSteps.markLate(task, execution, message));
    }
}
