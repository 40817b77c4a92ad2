package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import vn.haiphong.hotline1022.process.SlaBreach;

/**
 * Who did what when, which rule fired, what failed. No variables, no candidates, no finished jobs: the facts of a case are
 * in the register, and personal data belongs nowhere else.
 */
class LeanHistory extends AbstractHistoryLevel {

    private static final Set<HistoryEventTypes> KEPT = Set.of(
            HistoryEventTypes.PROCESS_INSTANCE_START,
            HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
            HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
            HistoryEventTypes.PROCESS_INSTANCE_END,
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END,
            HistoryEventTypes.TASK_INSTANCE_CREATE,
            HistoryEventTypes.TASK_INSTANCE_UPDATE,
            HistoryEventTypes.TASK_INSTANCE_MIGRATE,
            HistoryEventTypes.TASK_INSTANCE_COMPLETE,
            HistoryEventTypes.TASK_INSTANCE_DELETE,
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.USER_OPERATION_LOG,
            HistoryEventTypes.DMN_DECISION_EVALUATE);

    @Override
    public int getId() {
        return 1022;
    }

    @Override
    public String getName() {
        return "lean";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type instanceof HistoryEventTypes known && KEPT.contains(known) && !isKeptElsewhere(entity);
    }

    /** A clock that fired and a passed limit stand in the register: event, level, and whom it was told. */
    private static boolean isKeptElsewhere(Object entity) {
        return ClockPlaces.isAt(entity)
                || entity instanceof IncidentEntity incident
                        && SlaBreach.INCIDENT_TYPE.equals(incident.getIncidentType());
    }
}
