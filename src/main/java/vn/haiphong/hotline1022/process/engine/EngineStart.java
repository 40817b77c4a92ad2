package vn.haiphong.hotline1022.process.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Models, groups and rights stand before the first request comes in. */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final ModelDeployment models;
    private final AccessRights rights;

    EngineStart(ModelDeployment models, AccessRights rights) {
        this.models = models;
        this.rights = rights;
    }

    @Override
    public void afterSingletonsInstantiated() {
        models.deploy();
        rights.establish();
    }
}
