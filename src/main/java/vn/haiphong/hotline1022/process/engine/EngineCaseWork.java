package vn.haiphong.hotline1022.process.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.CaseWork;

/** The engine's own answer, with its rights and tenants: what somebody sees in the work list is what he may add to. */
@Component
class EngineCaseWork implements CaseWork {

    private final TaskService tasks;
    private final IdentityService identity;

    EngineCaseWork(@Lazy TaskService tasks, @Lazy IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    @Override
    public Desk in(String code) {
        var person = identity.getCurrentAuthentication();
        // Without a person the engine would show everything.
        if (person == null || person.getUserId() == null || code == null || code.isBlank()) {
            return new Desk(Set.of(), Set.of());
        }
        var agencies = tasks.createTaskQuery().processInstanceBusinessKey(code).list().stream()
                .map(task -> task.getTenantId() == null ? "" : task.getTenantId())
                .collect(Collectors.toSet());
        var groups = person.getGroupIds();
        return new Desk(groups == null ? Set.of() : Set.copyOf(groups), agencies);
    }
}
