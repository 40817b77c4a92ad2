package vn.haiphong.hotline1022.process.engine.internal;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import vn.haiphong.hotline1022.process.SlaBreach;

/**
 * Where a clock has fired, the open tasks that are late get an incident, so that Cockpit shows where. They stand beside the
 * clock, in executions the engine has in its hands already, or in what an agency calls from there.
 */
public final class LateSteps {

    private LateSteps() {}

    /** @param agency whose tasks they are; '' for 1022 */
    public static void mark(DelegateExecution clock, String agency, Instant now, String message) {
        mark(((ExecutionEntity) clock).getProcessInstance(), agency, Date.from(now), message);
    }

    private static void mark(ExecutionEntity execution, String agency, Date now, String message) {
        for (var task : execution.getTasks()) {
            if (isLate(task, agency, now) && isUnmarked(execution)) {
                markLate(task, execution, message);
            }
        }
        for (var part : execution.getExecutions()) {
            mark(part, agency, now, message);
        }
        if (!agency.isEmpty() && execution.getSubProcessInstance() != null) {
            mark(execution.getSubProcessInstance(), agency, now, message);
        }
    }

    /**
     * The incident is the task's. The engine looks for the incidents of each job that ends by what they are of: were they of
     * a few steps instead of many tasks, the database would read all of them each time.
     */
    static void markLate(DelegateTask task, ExecutionEntity execution, String message) {
        execution.createIncident(SlaBreach.INCIDENT_TYPE, task.getId(), message);
    }

    private static boolean isLate(TaskEntity task, String agency, Date now) {
        var due = task.getDueDate();
        return due != null && !due.after(now) && agency.equals(task.getTenantId() == null ? "" : task.getTenantId());
    }

    private static boolean isUnmarked(ExecutionEntity execution) {
        return execution.getIncidents().stream()
                .noneMatch(incident -> SlaBreach.INCIDENT_TYPE.equals(incident.getIncidentType()));
    }
}
