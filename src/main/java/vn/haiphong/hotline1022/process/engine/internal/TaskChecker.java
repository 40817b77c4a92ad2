package vn.haiphong.hotline1022.process.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * Who may act on a task: its assignee, or while it has none whoever is among its candidates. Coordinators may also assign
 * and release. Rights on a definition alone let nobody work on another person's task.
 */
class TaskChecker extends TenantCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        var user = authentication();
        if (user != null && !mayWork(task, user)) {
            throw refused(user, task);
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        var user = authentication();
        if (user == null) {
            return;
        }
        if (!mayWork(task, user)
                && !groups(user).contains(vn.haiphong.hotline1022.process.engine.Groups.COORDINATORS)) {
            throw refused(user, task);
        }
        if (task.getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
            throw new BusinessRefusal(
                    "dueAt", "Hạn do bảng thời hạn quyết định; cần thêm thời gian thì xin gia hạn trong biểu mẫu.");
        }
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        var user = authentication();
        if (user != null) {
            // Facts change by completing a step, never behind its back.
            throw refused(user, task);
        }
    }

    private static boolean mayWork(TaskEntity task, Authentication user) {
        // A change of assignee is checked against who has it now, not against who shall get it.
        var change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        var assignee = change == null ? task.getAssignee() : (String) change.getOrgValue();
        if (assignee != null) {
            return assignee.equals(user.getUserId());
        }
        return task.getCandidates().stream().anyMatch(candidate -> isMeant(candidate, user));
    }

    private static boolean isMeant(IdentityLink candidate, Authentication user) {
        return user.getUserId().equals(candidate.getUserId()) || groups(user).contains(candidate.getGroupId());
    }

    /** The person acting; null for the engine itself, for our own code, and for the administrators of the engine. */
    private static Authentication authentication() {
        var context = Context.getCommandContext();
        var user = context.getAuthentication();
        return user == null
                        || user.getUserId() == null
                        || !context.isAuthorizationCheckEnabled()
                        || groups(user).contains(Groups.CAMUNDA_ADMIN)
                ? null
                : user;
    }

    private static List<String> groups(Authentication user) {
        return user.getGroupIds() == null ? List.of() : user.getGroupIds();
    }

    private static AuthorizationException refused(Authentication user, TaskEntity task) {
        return new AuthorizationException(
                user.getUserId() + " không được làm việc này: công việc đang của người khác (" + task.getName() + ").");
    }
}
