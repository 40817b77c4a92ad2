package vn.haiphong.hotline1022.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** The tables as the engine keeps them: whoever may ask is decided at the doors. */
@Component
class EngineRuleTables implements RuleTables {

    private final RepositoryService repository;
    private final ProcessEngine engine;

    EngineRuleTables(@Lazy RepositoryService repository, @Lazy ProcessEngine engine) {
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public List<Version> inForce() {
        return AsTheHouse.call(
                engine,
                () -> versions(repository
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .orderByDecisionDefinitionName()
                        .asc()
                        .list()));
    }

    @Override
    public Optional<Version> inForce(String key) {
        return versions(key).stream().findFirst();
    }

    @Override
    public List<Version> versions(String key) {
        return AsTheHouse.call(
                engine,
                () -> versions(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .orderByDecisionDefinitionVersion()
                        .desc()
                        .list()));
    }

    private List<Version> versions(List<DecisionDefinition> definitions) {
        var deployed = repository.createDeploymentQuery().deploymentSource(TableDoor.SOURCE).list().stream()
                .collect(Collectors.toMap(Deployment::getId, Deployment::getDeploymentTime));
        return definitions.stream()
                .filter(definition -> deployed.containsKey(definition.getDeploymentId()))
                .map(definition -> new Version(
                        definition.getKey(),
                        definition.getName(),
                        definition.getVersion(),
                        deployed.get(definition.getDeploymentId()).toInstant()))
                .toList();
    }

    @Override
    public Optional<String> dmn(String key, int version) {
        return AsTheHouse.call(
                engine,
                () -> Optional.ofNullable(repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(key)
                                .decisionDefinitionVersion(version)
                                .singleResult())
                        .map(this::text));
    }

    private String text(DecisionDefinition definition) {
        try (var file = repository.getDecisionModel(definition.getId())) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int putInForce(String key, String dmn, String name) {
        return AsTheHouse.call(engine, () -> {
            var deployed = TableDoor.open(() -> repository
                    .createDeployment()
                    .name(name)
                    .source(TableDoor.SOURCE)
                    .addString(key + ".dmn", dmn)
                    .deployWithResult());
            return deployed.getDeployedDecisionDefinitions().get(0).getVersion();
        });
    }
}
