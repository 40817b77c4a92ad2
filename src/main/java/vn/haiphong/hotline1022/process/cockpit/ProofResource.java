package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import vn.haiphong.hotline1022.application.inform.ShowProof.Shown;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** Whether everybody was told of the limits that passed: it names the people who were not, so it is for managers alone. */
public class ProofResource extends BoardDoor {

    private static final int MINUTES = 30;

    ProofResource(String engineName) {
        super(engineName);
    }

    @GET
    public Response show(
            @QueryParam("from") String from,
            @QueryParam("minutes") String minutes,
            @QueryParam("format") String format) {
        var board = forManagers("Chỉ lãnh đạo theo dõi xem được kết quả kiểm chứng báo hạn.");
        Shown proof;
        try {
            proof = board.showProof.since(
                    day(from, board.filters.now().today().minusDays(6)), number(minutes, MINUTES));
        } catch (BusinessRefusal refusal) {
            return board.answer(
                    Response.Status.BAD_REQUEST, Map.of("field", refusal.field(), "message", refusal.getMessage()));
        }
        if (format == null) {
            return board.answer(proof);
        }
        var name = "kiem-chung-bao-han-tu-" + proof.from();
        return "pdf".equals(format)
                ? board.file(
                        out -> board.papers.pdf(board.showProof.paper(proof), out), "application/pdf", name + ".pdf")
                : board.file(board.showProof.sheet(proof), name, format);
    }
}
