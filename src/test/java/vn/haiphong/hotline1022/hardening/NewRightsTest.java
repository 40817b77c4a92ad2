package vn.haiphong.hotline1022.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.process.engine.AccessRights;
import vn.haiphong.hotline1022.process.engine.Groups;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A right that a release brings reaches the houses there are, and never undoes what an administrator did. */
@HouseTest
class NewRightsTest {

    private static final String GIVEN = "hotline.right.coordinators-cockpit";

    @Autowired
    House house;

    @Autowired
    AccessRights rights;

    @Autowired
    AuthorizationService authorizations;

    @AfterEach
    void asItWas() {
        if (inCockpit() == null) {
            var right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(Groups.COORDINATORS);
            right.setResource(Resources.APPLICATION);
            right.setResourceId("cockpit");
            right.addPermission(ACCESS);
            authorizations.saveAuthorization(right);
        }
        house.management.setProperty(GIVEN, "given");
        house.jdbc
                .sql("delete from act_hi_op_log where entity_type_ = 'Authorization'")
                .update();
    }

    @Test
    void coordinators_of_a_house_from_before_the_board_get_into_cockpit() {
        asInAHouseFromBefore();
        assertThat(inCockpit()).isNull();

        rights.establish();

        assertThat(inCockpit()).isNotNull();
        assertThat(inCockpit().isPermissionGranted(ACCESS)).isTrue();
    }

    @Test
    void what_an_administrator_takes_away_stays_away() {
        house.as("admin", () -> {
            authorizations.deleteAuthorization(inCockpit().getId());
            return null;
        });

        rights.establish();
        assertThat(inCockpit()).as("taken away since").isNull();

        house.management.deleteProperty(GIVEN);
        rights.establish();
        assertThat(inCockpit()).as("taken away before").isNull();
    }

    private void asInAHouseFromBefore() {
        authorizations.deleteAuthorization(inCockpit().getId());
        house.management.deleteProperty(GIVEN);
    }

    private Authorization inCockpit() {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.COORDINATORS)
                .resourceType(Resources.APPLICATION)
                .resourceId("cockpit")
                .singleResult();
    }
}
