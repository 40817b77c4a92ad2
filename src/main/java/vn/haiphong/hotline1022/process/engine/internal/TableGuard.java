package vn.haiphong.hotline1022.process.engine.internal;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelParseException;
import vn.haiphong.hotline1022.process.engine.TableDoor;

/** Stands beside {@link TableDoor}: whatever comes another way is refused, be it from an administrator of the system. */
class TableGuard implements Deployer {

    /** Sees what is deployed anew, also what is taken from an earlier deployment. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || TableDoor.isOpen()) {
            return;
        }
        deployment.getResources().values().stream()
                .filter(resource -> resource.getName().endsWith(".dmn")
                        || resource.getName().endsWith(".dmn11.xml"))
                .forEach(TableGuard::check);
    }

    private static void check(ResourceEntity resource) {
        try {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
            model.getModelElementsByType(Decision.class).stream()
                    .map(Decision::getId)
                    .filter(TableGuard::isOwned)
                    .findAny()
                    .ifPresent(key -> {
                        throw refused();
                    });
        } catch (DmnModelException | ModelParseException e) {
            // Not a table at all: the engine says so itself.
        }
    }

    static void checkDeletion(CommandContext context, String deploymentId) {
        if (TableDoor.isOpen()) {
            return;
        }
        var deployment = context.getDeploymentManager().findDeploymentById(deploymentId);
        if (deployment != null
                && TableDoor.SOURCE.equals(deployment.getSource())
                && !context.getDecisionDefinitionManager()
                        .findDecisionDefinitionByDeploymentId(deploymentId)
                        .isEmpty()) {
            throw refused();
        }
    }

    private static boolean isOwned(String key) {
        var context = Context.getCommandContext();
        var latest = context.runWithoutAuthorization(
                () -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key));
        if (latest == null) {
            return false;
        }
        var deployment = context.getDeploymentManager().findDeploymentById(latest.getDeploymentId());
        return deployment != null && TableDoor.SOURCE.equals(deployment.getSource());
    }

    private static AuthorizationException refused() {
        return new AuthorizationException(
                "Bảng quyết định chỉ thay đổi qua trang /rules: soạn, kiểm tra, người khác duyệt.");
    }
}
