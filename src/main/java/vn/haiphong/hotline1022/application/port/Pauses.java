package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;

/** When the limits of a case stood still. */
public interface Pauses {

    List<Pause> of(String code);

    /** @param until null while it lasts */
    record Pause(String step, String agency, Instant from, Instant until, String reason) {}
}
