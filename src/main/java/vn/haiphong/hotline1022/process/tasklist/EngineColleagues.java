package vn.haiphong.hotline1022.process.tasklist;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** The engine's users by name. Whoever may read a history may read who made it, though not the list of accounts. */
@Component
class EngineColleagues implements Colleagues {

    private final ProcessEngine engine;

    EngineColleagues(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public String nameOf(String user) {
        var found = AsTheHouse.call(
                engine,
                () -> engine.getIdentityService().createUserQuery().userId(user).singleResult());
        var name = found == null
                ? ""
                : Stream.of(found.getFirstName(), found.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? user : name;
    }
}
