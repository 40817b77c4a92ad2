package vn.haiphong.hotline1022.process.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Actor;

/** The person whose command the engine is executing; timers and jobs are "system". */
@Component
class EngineActor implements Actor {

    private final IdentityService identity;

    EngineActor(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public String current() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }
}
