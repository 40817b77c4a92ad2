package vn.haiphong.hotline1022.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the regulation (diagrams and forms, together) when it has changed, and a table only if none of its name exists:
 * from its first deployment on a table belongs to its administrators (ADR 0001).
 */
@Component
public class ModelDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    public void deploy() {
        deployTables();
        deployRegulation();
    }

    private void deployRegulation() {
        var deployment = repository
                .createDeployment()
                .name("quy-che-phoi-hop")
                .source(TableDoor.SOURCE)
                .enableDuplicateFiltering(false);
        for (var pattern : new String[] {"classpath*:bpmn/*.bpmn", "classpath*:forms/*.form"}) {
            for (var resource : resources(pattern)) {
                deployment.addInputStream(resource.getFilename(), open(resource));
            }
        }
        deployment.deploy();
    }

    private void deployTables() {
        for (var resource : resources("classpath*:dmn/*.dmn")) {
            var file = resource.getFilename();
            var key = file.substring(0, file.length() - ".dmn".length());
            if (repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(key)
                            .count()
                    == 0) {
                TableDoor.open(() -> repository
                        .createDeployment()
                        .name("bang-" + key)
                        .source(TableDoor.SOURCE)
                        .addInputStream(file, open(resource))
                        .deploy());
                LOG.info("Table {} deployed for the first time", key);
            }
        }
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Resource resource) {
        try {
            return resource.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
