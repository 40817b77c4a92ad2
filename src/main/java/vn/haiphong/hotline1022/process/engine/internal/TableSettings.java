package vn.haiphong.hotline1022.process.engine.internal;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;

/** How tables are run here, in cases and in rehearsals. */
final class TableSettings {

    private TableSettings() {}

    static FeelEngine feel() {
        return new PlainCellFeelEngine(new ScalaFeelEngineFactory().createInstance());
    }

    static DefaultDmnEngineConfiguration heardBy(DmnDecisionTableEvaluationListener listener) {
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.getTransformer().getTransformListeners().add(new FeelOnly());
        tables.setFeelEngineFactory(TableSettings::feel);
        // And should a table have come in another way, there is nothing here that runs it.
        tables.setScriptEngineResolver(language -> {
            throw FeelOnly.refused(language);
        });
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        return tables;
    }
}
