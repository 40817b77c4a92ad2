package vn.haiphong.hotline1022.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;

/** HTTP Basic against the engine's users; public only because Camunda's filter makes it by its name. */
public class EngineUsers extends HttpBasicAuthenticationProvider {

    private static final int LONGEST = 200;

    /** What cannot be an account is not looked up: a NUL would break the query, a megabyte costs a hash. */
    @Override
    protected boolean isAuthenticated(ProcessEngine engine, String userName, String password) {
        return isPlausible(userName) && isPlausible(password) && super.isAuthenticated(engine, userName, password);
    }

    private static boolean isPlausible(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }
}
