package vn.haiphong.hotline1022.process.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.escalate.ShowProof;
import vn.haiphong.hotline1022.application.inform.CountLate;
import vn.haiphong.hotline1022.application.inform.IssueReport;
import vn.haiphong.hotline1022.application.inform.ListFilters;
import vn.haiphong.hotline1022.application.inform.ListLate;
import vn.haiphong.hotline1022.application.inform.MeasureActivities;
import vn.haiphong.hotline1022.application.inform.RateAnswers;
import vn.haiphong.hotline1022.application.inform.ReportMonth;
import vn.haiphong.hotline1022.application.inform.SearchResults;
import vn.haiphong.hotline1022.application.inform.ShowRecord;
import vn.haiphong.hotline1022.application.port.ReportPapers;
import vn.haiphong.hotline1022.application.port.ReportPapers.Paper;
import vn.haiphong.hotline1022.application.port.Sheets;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;
import vn.haiphong.hotline1022.process.cockpit.BoardDoor.Asked;

/** The way from the webapp's resources, which Camunda makes itself, to ours, which Spring makes. */
@Component
class BoardAccess {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static volatile BoardAccess current;

    final ListFilters filters;
    final CountLate countLate;
    final ListLate listLate;
    final RateAnswers rateAnswers;
    final SearchResults searchResults;
    final MeasureActivities measureActivities;
    final ShowRecord showRecord;
    final ReportMonth reportMonth;
    final IssueReport issueReport;
    final ShowProof showProof;
    final OpenPlaces openPlaces;
    private final ReportPapers papers;
    private final Sheets sheets;
    private final ObjectMapper json;

    BoardAccess(
            ListFilters filters,
            CountLate countLate,
            ListLate listLate,
            RateAnswers rateAnswers,
            SearchResults searchResults,
            MeasureActivities measureActivities,
            ShowRecord showRecord,
            ReportMonth reportMonth,
            IssueReport issueReport,
            ShowProof showProof,
            OpenPlaces openPlaces,
            ReportPapers papers,
            Sheets sheets,
            ObjectMapper json) {
        this.filters = filters;
        this.countLate = countLate;
        this.listLate = listLate;
        this.rateAnswers = rateAnswers;
        this.searchResults = searchResults;
        this.measureActivities = measureActivities;
        this.showRecord = showRecord;
        this.reportMonth = reportMonth;
        this.issueReport = issueReport;
        this.showProof = showProof;
        this.openPlaces = openPlaces;
        this.papers = papers;
        this.sheets = sheets;
        this.json = json;
        current = this;
    }

    static BoardAccess get() {
        return current;
    }

    /** Written by our own mapper: the webapp's does not know instants. */
    Response answer(Object entity) {
        return answer(Response.Status.OK, entity);
    }

    Response answer(Response.Status status, Object entity) {
        try {
            return Response.status(status)
                    .entity(json.writeValueAsString(entity))
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page, or the whole of it as a file if a format is asked for. */
    Response answer(Asked asked, Supplier<Object> page, String name, Supplier<Sheet> sheet) {
        return answer(asked, page, name, sheet, null);
    }

    /** @param paper what "pdf" prints; null if it cannot be had on paper */
    Response answer(Asked asked, Supplier<Object> page, String name, Supplier<Sheet> sheet, Supplier<Paper> paper) {
        var format = asked.text("format");
        if (format == null) {
            return answer(page.get());
        }
        if ("pdf".equals(format) && paper != null) {
            var printed = paper.get();
            return file(out -> papers.pdf(printed, out), "application/pdf", name + ".pdf");
        }
        var written = sheet.get();
        return "csv".equals(format)
                ? file(out -> sheets.csv(written, out), "text/csv;charset=UTF-8", name + ".csv")
                : file(out -> sheets.xlsx(written, out), XLSX, name + ".xlsx");
    }

    private Response file(StreamingOutput content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }
}
