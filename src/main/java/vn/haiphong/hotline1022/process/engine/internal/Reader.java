package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;

/** Whoever is logged in at a webapp. The engine hands this out only as a class of its inside, so it is read here. */
public record Reader(String userId, Set<String> groups) {

    /** @throws IllegalStateException if nobody is logged in: the webapp's filter lets nobody through without */
    public static Reader of(ProcessEngine engine) {
        var authentication = engine.getIdentityService().getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new IllegalStateException("Nobody is logged in.");
        }
        var groups = authentication.getGroupIds();
        return new Reader(authentication.getUserId(), groups == null ? Set.of() : Set.copyOf(groups));
    }
}
