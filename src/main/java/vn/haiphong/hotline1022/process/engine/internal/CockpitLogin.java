package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.WebappLogin;

/** The webapps keep their logins in the session of the servlet container, under a name and in a class of their inside. */
@Component
class CockpitLogin implements WebappLogin {

    private static final String ATTRIBUTE = "authenticatedUser";
    private static final String ENGINE = "default";

    @Override
    public Optional<String> userOf(Function<String, Object> session) {
        return session.apply(ATTRIBUTE) instanceof Authentications logins
                ? Optional.ofNullable(logins.getAuthenticationForProcessEngine(ENGINE))
                        .map(login -> login.getIdentityId())
                : Optional.empty();
    }
}
