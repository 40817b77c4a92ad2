package vn.haiphong.hotline1022.process.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
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
import vn.haiphong.hotline1022.application.port.Sheets;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;
import vn.haiphong.hotline1022.application.rules.WhyDecided;

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
    final WhyDecided whyDecided;
    final ReportMonth reportMonth;
    final IssueReport issueReport;
    final OpenPlaces openPlaces;
    final ReportPapers papers;
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
            WhyDecided whyDecided,
            ReportMonth reportMonth,
            IssueReport issueReport,
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
        this.whyDecided = whyDecided;
        this.reportMonth = reportMonth;
        this.issueReport = issueReport;
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

    /** @param format "csv" or "xlsx" */
    Response file(Sheet sheet, String name, String format) {
        return "csv".equals(format)
                ? file(out -> sheets.csv(sheet, out), "text/csv;charset=UTF-8", name + ".csv")
                : file(out -> sheets.xlsx(sheet, out), XLSX, name + ".xlsx");
    }

    Response file(StreamingOutput content, String type, String name) {
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
