package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.CaseResults;
import vn.haiphong.hotline1022.application.port.CaseResults.Filter;
import vn.haiphong.hotline1022.application.port.CaseResults.Lateness;
import vn.haiphong.hotline1022.application.port.CaseResults.Result;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;

/** Finished cases by code, agency, field, period and lateness; and the cases behind each number of {@link RateAnswers}. */
@Service
public class SearchResults {

    private final CaseResults results;
    private final FigureNames names;
    private final Words words;
    private final Clock clock;

    SearchResults(CaseResults results, FigureNames names, Words words, Clock clock) {
        this.results = results;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param elapsedSeconds from the receipt, or the reopening, to the answer
     * @param lateSeconds null if it was not late
     */
    public record Line(
            String code,
            int round,
            boolean confidential,
            String outcome,
            String ending,
            String agency,
            String agencyName,
            String field,
            Instant beganAt,
            Instant finishedAt,
            Instant dueAt,
            Instant originalDueAt,
            int extensions,
            String rating,
            String lateness,
            String latenessName,
            Long elapsedSeconds,
            Long lateSeconds) {}

    public record Page(Instant at, LocalDate from, LocalDate to, long total, int page, int size, List<Line> rows) {}

    public Page matching(
            LocalDate from, LocalDate to, String code, String agency, String field, Lateness lateness, Part part) {
        var now = clock.instant();
        var agencies = names.agencies();
        var found = results.list(
                RateAnswers.period(from, to),
                now,
                new Filter(code, FigureNames.toRegister(agency), field, lateness),
                part);
        return new Page(
                now,
                from,
                to,
                found.total(),
                part.page(),
                part.size(),
                found.rows().stream().map(row -> line(row, now, agencies)).toList());
    }

    private Line line(Result row, Instant now, Map<String, String> agencies) {
        var until = row.finishedAt() == null ? now : row.finishedAt();
        var late = row.dueAt() != null && until.isAfter(row.dueAt());
        return new Line(
                row.code(),
                row.round(),
                FigureNames.CONFIDENTIAL.equals(row.field()),
                words.of("caseOutcome", row.outcome()),
                words.of("ending", row.ending()),
                FigureNames.toReader(row.agency()),
                agencies.getOrDefault(row.agency(), row.agency()),
                names.field(row.field()),
                row.beganAt(),
                row.finishedAt(),
                row.dueAt(),
                row.dueAt() == null || row.dueAt().equals(row.originalDueAt()) ? null : row.originalDueAt(),
                row.extensions(),
                row.rating() == null ? "" : words.of("rating", row.rating().toString()),
                row.lateness().key(),
                words.of("lateness", row.lateness().key()),
                row.finishedAt() == null
                        ? null
                        : Duration.between(row.beganAt(), row.finishedAt()).toSeconds(),
                late ? Duration.between(row.dueAt(), until).toSeconds() : null);
    }

    public Sheet sheet(LocalDate from, LocalDate to, String code, String agency, String field, Lateness lateness) {
        var now = clock.instant();
        var agencies = names.agencies();
        return new Sheet(
                "Hồ sơ đã kết thúc",
                List.of(
                        "Số liệu lúc " + SheetNotes.WHEN.format(now),
                        "Từ " + SheetNotes.DAY.format(from) + " đến hết " + SheetNotes.DAY.format(to)),
                List.of(
                        "Mã hồ sơ",
                        "Lần",
                        "Kết quả",
                        "Trả lời rằng",
                        "Mã cơ quan",
                        "Cơ quan",
                        "Lĩnh vực",
                        "Tiếp nhận",
                        "Kết thúc",
                        "Hạn",
                        "Hạn ban đầu",
                        "Số lần gia hạn",
                        "Đúng hạn hay không",
                        "Thời gian (giờ)",
                        "Quá hạn (giờ)",
                        "Đánh giá"),
                reader -> results.each(
                        RateAnswers.period(from, to),
                        now,
                        new Filter(code, FigureNames.toRegister(agency), field, lateness),
                        row -> {
                            var line = line(row, now, agencies);
                            reader.accept(SheetNotes.cells(
                                    line.code(),
                                    line.round() + 1,
                                    line.outcome(),
                                    line.ending(),
                                    line.agency(),
                                    line.agencyName(),
                                    line.field(),
                                    line.beganAt(),
                                    line.finishedAt(),
                                    line.dueAt(),
                                    line.originalDueAt(),
                                    line.extensions(),
                                    line.latenessName(),
                                    SheetNotes.hours(line.elapsedSeconds()),
                                    SheetNotes.hours(line.lateSeconds()),
                                    line.rating()));
                        }));
    }
}
