package vn.haiphong.hotline1022.process.engine.internal;

import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
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

/**
 * The only door by which a table of the house changes: what was drafted, checked, approved by somebody else and has come to
 * its moment. Neither the REST interface nor a webapp nor an administrator of the system gets a table in, or one out, beside it.
 */
public class TableDoor implements Deployer {

    public static final String SOURCE = "hotline1022";

    private static final ThreadLocal<Boolean> OPEN = new ThreadLocal<>();

    /** For the house itself. */
    public static <T> T open(Supplier<T> deployment) {
        OPEN.set(true);
        try {
            return deployment.get();
        } finally {
            OPEN.remove();
        }
    }

    private static boolean isOpen() {
        return Boolean.TRUE.equals(OPEN.get());
    }

    /** Sees what is deployed anew, also what is taken from an earlier deployment. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || isOpen()) {
            return;
        }
        deployment.getResources().values().stream()
                .filter(resource -> resource.getName().endsWith(".dmn")
                        || resource.getName().endsWith(".dmn11.xml"))
                .forEach(TableDoor::check);
    }

    private static void check(ResourceEntity resource) {
        try {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
            model.getModelElementsByType(Decision.class).stream()
                    .map(Decision::getId)
                    .filter(TableDoor::isOwned)
                    .findAny()
                    .ifPresent(key -> {
                        throw refused();
                    });
        } catch (DmnModelException | ModelParseException e) {
            // Not a table at all: the engine says so itself.
        }
    }

    static void checkDeletion(CommandContext context, String deploymentId) {
        if (isOpen()) {
            return;
        }
        var deployment = context.getDeploymentManager().findDeploymentById(deploymentId);
        if (deployment != null
                && SOURCE.equals(deployment.getSource())
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
        return deployment != null && SOURCE.equals(deployment.getSource());
    }

    private static AuthorizationException refused() {
        return new AuthorizationException(
                "Bảng quyết định chỉ thay đổi qua trang /rules: soạn, kiểm tra, người khác duyệt.");
    }
}
