package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * No authorization row per task: rights are granted on definitions, tenants keep agencies apart, and the candidate groups
 * say who may act. A queue stays fast, and a case that moves on leaves no right behind (ADR 0003).
 */
class DefinitionGrants extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    /** A person changes his own name and password; whether the account exists is for administrators to say. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        var own = super.newUser(user);
        own[0].setPermissions(new Permission[] {Permissions.READ, Permissions.UPDATE});
        return own;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        return NONE;
    }
}
