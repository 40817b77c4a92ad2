package vn.haiphong.hotline1022.process.engine.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Collection;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.QueryParameters;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.util.ReflectionUtils;

/**
 * Cockpit's own lists ask the database past the engine's commands, so that {@link RefusalInterceptor} never sees them: here
 * what searches by variables is refused to those who only look on, whether it stands in the address or in the body.
 */
@Provider
public class CockpitSearch implements ContainerRequestFilter, ReaderInterceptor {

    private static final String CRITERIA = "variables";

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getQueryParameters().containsKey(CRITERIA)) {
            refuseToLookersOn();
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body instanceof QueryParameters query && hasCriteria(query)) {
            refuseToLookersOn();
        }
        return body;
    }

    /** None of them can be asked. */
    private static boolean hasCriteria(QueryParameters query) {
        var field = ReflectionUtils.findField(query.getClass(), CRITERIA);
        if (field == null) {
            return false;
        }
        field.setAccessible(true);
        return ReflectionUtils.getField(field, query) instanceof Collection<?> criteria && !criteria.isEmpty();
    }

    private static void refuseToLookersOn() {
        var person = Cockpit.getProcessEngine(ProcessEngines.NAME_DEFAULT)
                .getIdentityService()
                .getCurrentAuthentication();
        if (TextReaders.onlyLooksOn(person)) {
            throw new AuthorizationException(TextReaders.REFUSED);
        }
    }
}
