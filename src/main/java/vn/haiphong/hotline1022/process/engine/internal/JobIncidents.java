package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * The engine asks the database with each job that ends whether it has an incident. Its execution, mostly at hand, knows
 * whether there are any at all; and a table that was nearly empty when the question was first prepared is read from end to
 * end each time, however many limits a storm has made incidents of since.
 */
class JobIncidents extends DefaultIncidentHandler {

    JobIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext job, boolean resolved) {
        var place = job.getExecutionId() == null
                ? null
                : Context.getCommandContext()
                        .getDbEntityManager()
                        .getCachedEntity(ExecutionEntity.class, job.getExecutionId());
        if (place == null
                || place.getIncidents().stream()
                        .anyMatch(incident -> job.getConfiguration().equals(incident.getConfiguration()))) {
            super.removeIncident(job, resolved);
        }
    }
}
