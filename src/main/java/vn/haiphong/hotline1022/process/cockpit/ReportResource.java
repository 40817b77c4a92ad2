package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import vn.haiphong.hotline1022.application.inform.ReportMonth.Report;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/** The monthly report: on the page, as a file, and issued. */
public class ReportResource extends BoardDoor {

    ReportResource(String engineName) {
        super(engineName);
    }

    /** @param edition none: the latest, or a draft; 0: a draft */
    @GET
    public Response show(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        Report report = board.reportMonth
                .of(asked.month("month"), asked.number("edition", null))
                .orElseThrow(() -> refused(Response.Status.NOT_FOUND, "Không có lần chốt này."));
        var edition =
                report.edition() == null ? "du-thao" : "lan-" + report.edition().number();
        return board.answer(
                asked,
                () -> report,
                "bao-cao-1022-" + report.month() + "-" + edition,
                () -> board.reportMonth.sheet(report),
                () -> board.reportMonth.paper(report));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(
            @FormParam("month") String month,
            @FormParam("edition") String edition,
            @FormParam("reason") String reason) {
        var board = forManagers("Chỉ lãnh đạo theo dõi được chốt số liệu.");
        try {
            var number = board.issueReport.of(monthOf(month), numberOf(edition, 1), reason, reader().userId());
            return board.answer(Map.of("edition", number));
        } catch (BusinessRefusal refusal) {
            return board.answer(
                    Response.Status.CONFLICT, Map.of("field", refusal.field(), "message", refusal.getMessage()));
        }
    }
}
