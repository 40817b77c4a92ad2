package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;

/** How our tables are asked, those in force and those that are only tried. */
final class TableEngine {

    private TableEngine() {}

    static DefaultDmnEngineConfiguration configuration() {
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.getTransformer().getTransformListeners().add(new FeelOnly());
        tables.setFeelEngineFactory(() -> new PlainCellFeelEngine(new ScalaFeelEngineFactory().createInstance()));
        // And should a table have come in another way, there is nothing here that runs it.
        tables.setScriptEngineResolver(language -> {
            throw FeelOnly.refused(language);
        });
        return tables;
    }
}
