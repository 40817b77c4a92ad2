package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the tables said about a case, all of it, for whoever follows or audits. */
public class WhyResource extends BoardDoor {

    WhyResource(String engineName) {
        super(engineName);
    }

    @GET
    public Response of(@QueryParam("code") String code) {
        var board = forReaders();
        var record = board.showRecord
                .of(text(code) == null ? "" : text(code))
                .orElseThrow(() -> refused(Response.Status.NOT_FOUND, "Không có hồ sơ này."));
        // Which words were found in a denunciation says what it is about.
        return board.answer(record.confidential() ? List.of() : board.whyDecided.all(record.code()));
    }
}
