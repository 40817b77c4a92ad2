package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Whether everybody was told of the limits that passed: it names the people who were not, so it is for managers alone. */
public class ProofResource extends BoardDoor {

    private static final int MINUTES = 30;

    ProofResource(String engineName) {
        super(engineName);
    }

    @GET
    public Response show(@Context UriInfo uri) {
        var board = forManagers("Chỉ lãnh đạo theo dõi xem được kết quả kiểm chứng báo hạn.");
        var asked = Asked.of(uri);
        var weekAgo = board.filters.now().today().minusDays(6);
        try {
            var proof = board.showProof.since(asked.day("from", weekAgo), asked.number("minutes", MINUTES));
            return board.answer(
                    asked,
                    () -> proof,
                    "kiem-chung-bao-han-tu-" + proof.from(),
                    () -> board.showProof.sheet(proof),
                    () -> board.showProof.paper(proof));
        } catch (BusinessRefusal refusal) {
            return board.answer(
                    Response.Status.BAD_REQUEST, Map.of("field", refusal.field(), "message", refusal.getMessage()));
        }
    }
}
