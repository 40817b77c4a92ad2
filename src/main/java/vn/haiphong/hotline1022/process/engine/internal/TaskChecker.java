package vn.haiphong.hotline1022.process.engine.internal;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Who may act on a task: its assignee, or while it has none whoever is among its candidates. Coordinators and the leaders
 * of its agency may also give it to somebody else who may do it, and release it. Rights on a definition alone let nobody
 * work on another person's task, and nothing but the assignee changes except by completing the step.
 */
class TaskChecker extends TenantCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        var user = authentication();
        if (user != null && !mayWork(task, task.getAssignee(), user)) {
            throw refused(user, task);
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        var user = authentication();
        var changes = task.getPropertyChanges();
        if (user == null || changes.isEmpty()) {
            return;
        }
        if (!changes.keySet().equals(Set.of(TaskEntity.ASSIGNEE))) {
            throw new AuthorizationException(
                    "Hạn, mức ưu tiên và tên việc do quy trình quyết định; cần thêm thời gian thì xin gia hạn trong biểu mẫu.");
        }
        var assignee = changes.get(TaskEntity.ASSIGNEE);
        checkNewAssignee(task, (String) assignee.getOrgValue(), (String) assignee.getNewValue());
    }

    /** The engine asks before it knows who shall get the task: {@link RefusalInterceptor} asks here, knowing. */
    static void checkNewAssignee(TaskEntity task, String newAssignee) {
        checkNewAssignee(task, task.getAssignee(), newAssignee);
    }

    private static void checkNewAssignee(TaskEntity task, String assignee, String newAssignee) {
        var user = authentication();
        if (user == null) {
            return;
        }
        var mayWork = mayWork(task, assignee, user);
        var ownWork = mayWork && (newAssignee == null || newAssignee.equals(user.getUserId()));
        if (!ownWork && !mayAssign(task, user)) {
            throw mayWork
                    ? new AuthorizationException(
                            "Mỗi người tự nhận việc cho mình; điều phối viên hoặc lãnh đạo cơ quan mới giao được việc.")
                    : refused(user, task);
        }
        if (newAssignee != null && !ownWork && !isMeant(task, newAssignee)) {
            throw new AuthorizationException(newAssignee + " không thuộc nhóm làm việc này (" + task.getName() + ").");
        }
    }

    /** For what no form asks: candidates, owner, dates. */
    static void refuseToPeople(TaskEntity task) {
        var user = authentication();
        if (user != null) {
            throw refused(user, task);
        }
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        // Facts change by completing a step, never behind its back.
        refuseToPeople(task);
    }

    private static boolean mayWork(TaskEntity task, String assignee, Authentication user) {
        return assignee == null ? isMeant(task, user.getUserId(), groups(user)) : assignee.equals(user.getUserId());
    }

    private static boolean mayAssign(TaskEntity task, Authentication user) {
        var groups = groups(user);
        return groups.contains(vn.haiphong.hotline1022.process.engine.Groups.COORDINATORS)
                || task.getTenantId() != null
                        && groups.contains(vn.haiphong.hotline1022.process.engine.Groups.leadersOf(task.getTenantId()));
    }

    private static boolean isMeant(TaskEntity task, String user) {
        var context = Context.getCommandContext();
        var groups = context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList());
        return isMeant(task, user, groups);
    }

    private static boolean isMeant(TaskEntity task, String user, List<String> groups) {
        return task.getCandidates().stream()
                .anyMatch(candidate -> user.equals(candidate.getUserId()) || groups.contains(candidate.getGroupId()));
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
