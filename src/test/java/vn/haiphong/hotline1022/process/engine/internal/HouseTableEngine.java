package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.dmn.engine.DmnEngine;

/** The DMN engine as the house configures it, for tests that ask the tables without a house. */
public final class HouseTableEngine {

    private HouseTableEngine() {}

    public static DmnEngine build() {
        return TableEngine.configuration().buildEngine();
    }
}
