package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
    public Response show(
            @QueryParam("month") String month,
            @QueryParam("edition") String edition,
            @QueryParam("format") String format) {
        var board = forReaders();
        Report report = board.reportMonth
                .of(month(month), number(edition, null))
                .orElseThrow(() -> refused(Response.Status.NOT_FOUND, "Không có lần chốt này."));
        if (format == null) {
            return board.answer(report);
        }
        var name = "bao-cao-1022-" + report.month()
                + (report.edition() == null
                        ? "-du-thao"
                        : "-lan-" + report.edition().number());
        return "pdf".equals(format)
                ? board.file(
                        out -> board.papers.pdf(board.reportMonth.paper(report), out), "application/pdf", name + ".pdf")
                : board.file(board.reportMonth.sheet(report), name, format);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(
            @FormParam("month") String month,
            @FormParam("edition") String edition,
            @FormParam("reason") String reason) {
        var board = forManagers("Chỉ lãnh đạo theo dõi được chốt số liệu.");
        try {
            var number = board.issueReport.of(month(month), number(edition, 1), reason, reader().userId());
            return board.answer(Map.of("edition", number));
        } catch (BusinessRefusal refusal) {
            return board.answer(
                    Response.Status.CONFLICT, Map.of("field", refusal.field(), "message", refusal.getMessage()));
        }
    }
}
