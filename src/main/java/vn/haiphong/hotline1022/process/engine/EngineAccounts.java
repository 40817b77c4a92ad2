package vn.haiphong.hotline1022.process.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Accounts;

/** The engine's users, for the doors that are not Camunda's own. */
@Component
class EngineAccounts implements Accounts {

    private final IdentityService identity;

    EngineAccounts(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean passwordMatches(String user, String password) {
        return identity.checkPassword(user, password);
    }

    @Override
    public Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public void actAs(String user) {
        var tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(user, List.copyOf(groupsOf(user)), tenants);
    }

    @Override
    public void actAsNobody() {
        identity.clearAuthentication();
    }
}
