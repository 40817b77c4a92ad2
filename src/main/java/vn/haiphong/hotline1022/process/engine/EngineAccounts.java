package vn.haiphong.hotline1022.process.engine;

import org.camunda.bpm.engine.IdentityService;
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
    public boolean isAdministrator(String user) {
        return identity.createUserQuery()
                        .userId(user)
                        .memberOfGroup(org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN)
                        .count()
                > 0;
    }
}
