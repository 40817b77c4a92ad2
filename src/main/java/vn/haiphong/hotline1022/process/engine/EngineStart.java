package vn.haiphong.hotline1022.process.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.DeliverNotices;
import vn.haiphong.hotline1022.application.maintain.FirstAdministrator;

/** Models, groups, rights and accounts stand before the first request comes in. */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final ModelDeployment models;
    private final AccessRights rights;
    private final IdentityService identity;
    private final FirstAdministrator firstAdministrator;
    private final ObjectProvider<DemoAccounts> demoAccounts;
    private final DeliverNotices deliverNotices;
    private final Environment environment;

    EngineStart(
            ModelDeployment models,
            AccessRights rights,
            IdentityService identity,
            FirstAdministrator firstAdministrator,
            ObjectProvider<DemoAccounts> demoAccounts,
            DeliverNotices deliverNotices,
            Environment environment) {
        this.models = models;
        this.rights = rights;
        this.identity = identity;
        this.firstAdministrator = firstAdministrator;
        this.demoAccounts = demoAccounts;
        this.deliverNotices = deliverNotices;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            administrator();
        }
        models.deploy();
        rights.establish();
        demoAccounts.ifAvailable(DemoAccounts::open);
        deliverNotices.resume();
    }

    /** A group of administrators without members would leave the set-up door of 7.24.0 open (CVE-2026-77226). */
    private void administrator() {
        var known =
                identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
        if (!known) {
            var password = firstAdministrator.password();
            rights.establish();
            var admin = identity.newUser("admin");
            admin.setFirstName("Quản trị");
            admin.setLastName("hệ thống");
            admin.setPassword(password);
            identity.saveUser(admin);
            identity.createMembership("admin", Groups.CAMUNDA_ADMIN);
        }
    }
}
