package vn.haiphong.hotline1022.application.port;

import java.util.Optional;
import java.util.function.Function;

/** Who is logged in at the webapps, for the doors of our own beside them. */
public interface WebappLogin {

    /**
     * @param session attributes of the session, by name
     * @return the user; empty: nobody
     */
    Optional<String> userOf(Function<String, Object> session);
}
