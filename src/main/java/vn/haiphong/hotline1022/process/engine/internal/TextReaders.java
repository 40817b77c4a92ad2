package vn.haiphong.hotline1022.process.engine.internal;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricVariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import vn.haiphong.hotline1022.process.engine.Groups;

/**
 * Managers see where cases stand and what is late. What was written in them is not theirs to read, and until it is
 * classified any petition may be a denunciation (ADR 0009): of them the engine asks the right to read variables, which
 * everybody else has with the right to the instance, and which they were never given.
 */
class TextReaders extends AuthorizationManager {

    private static final Set<String> WORK_WITH_TEXTS = Set.of(
            Groups.OPERATORS,
            Groups.COORDINATORS,
            Groups.AGENCIES,
            org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN);

    @Override
    public boolean isEnsureSpecificVariablePermission() {
        return super.isEnsureSpecificVariablePermission() || onlyLooksOn(getCurrentAuthentication());
    }

    static final String REFUSED = "Lãnh đạo theo dõi xem tiến độ và số liệu, không tìm theo nội dung hồ sơ.";

    static boolean onlyLooksOn(Authentication person) {
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(Groups.MANAGERS)
                && person.getGroupIds().stream().noneMatch(WORK_WITH_TEXTS::contains);
    }

    /** Whether it asks for cases by what is written in them, which would tell it letter by letter. */
    static boolean asksForTexts(Object command) {
        if (command instanceof TaskQueryImpl tasks) {
            return tasks.getQueries().stream().anyMatch(part -> asks(part, part.getVariables()))
                    || asks(tasks, tasks.getVariables());
        }
        if (command instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries().stream().anyMatch(part -> asks(part, part.getVariables()))
                    || asks(tasks, tasks.getVariables());
        }
        if (command instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries().stream().anyMatch(part -> asks(part, part.getQueryVariableValues()))
                    || asks(instances, instances.getQueryVariableValues());
        }
        if (command instanceof HistoricProcessInstanceQueryImpl instances) {
            return instances.getQueries().stream().anyMatch(part -> asks(part, part.getQueryVariableValues()))
                    || asks(instances, instances.getQueryVariableValues());
        }
        if (command instanceof HistoricVariableInstanceQueryImpl variables) {
            return variables.getQueryVariableValue() != null;
        }
        return command instanceof AbstractVariableQueryImpl<?, ?> others
                && asks(others, others.getQueryVariableValues());
    }

    private static boolean asks(AbstractQuery<?, ?> query, List<?> criteria) {
        return criteria != null && !criteria.isEmpty()
                || query.getOrderingProperties().stream()
                        .anyMatch(order -> QueryOrderingProperty.RELATION_VARIABLE.equals(order.getRelation()));
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new TextReaders();
        }
    }
}
