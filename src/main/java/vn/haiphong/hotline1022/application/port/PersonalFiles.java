package vn.haiphong.hotline1022.application.port;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is known of a person, as one file to be handed over. */
public interface PersonalFiles {

    void write(Dossier dossier, OutputStream out) throws IOException;

    /** @param rows by table; a value is a text, a number, a truth, a list, or bytes */
    record Dossier(long request, Instant at, List<String> codes, Map<String, List<Map<String, Object>>> rows) {}
}
