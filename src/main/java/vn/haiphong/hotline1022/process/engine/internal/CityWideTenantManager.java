package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import vn.haiphong.hotline1022.process.engine.Groups;

/** Coordinators and managers look over all agencies: one right instead of hundreds of memberships. */
class CityWideTenantManager extends TenantManager {

    private static final Set<String> CITY_WIDE = Set.of(Groups.COORDINATORS, Groups.MANAGERS);

    @Override
    public boolean isTenantCheckEnabled() {
        var authentication = getCurrentAuthentication();
        return super.isTenantCheckEnabled()
                && (authentication.getGroupIds() == null
                        || authentication.getGroupIds().stream().noneMatch(CITY_WIDE::contains));
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TenantManager.class;
        }

        @Override
        public Session openSession() {
            return new CityWideTenantManager();
        }
    }
}
