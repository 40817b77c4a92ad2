package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import vn.haiphong.hotline1022.process.SlaBreach;

/**
 * A passed limit is an incident where it is late, and there alone. The engine would mark every calling process up to the
 * case, and the clocks of a case, each in a process of its own, would get into each other's way there.
 */
class BreachIncidents extends DefaultIncidentHandler {

    BreachIncidents() {
        super(SlaBreach.INCIDENT_TYPE);
    }

    @Override
    public Incident createIncident(IncidentContext context, String message) {
        return IncidentEntity.createAndInsertIncident(type, context, message);
    }
}
