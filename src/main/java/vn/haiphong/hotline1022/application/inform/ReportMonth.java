package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.FigureSettings;
import vn.haiphong.hotline1022.application.port.MonthlyReports;
import vn.haiphong.hotline1022.application.port.MonthlyReports.Count;
import vn.haiphong.hotline1022.application.port.MonthlyReports.Edition;
import vn.haiphong.hotline1022.application.port.MonthlyReports.Row;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.application.port.ReportPapers.Paper;
import vn.haiphong.hotline1022.application.port.Sheets.Share;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;

/** The monthly report to the City People's Committee: as issued, or as a draft counted now (Giả định A-32). */
@Service
public class ReportMonth {

    private static final List<String> FIGURES = List.of(
            "reportReceived",
            "onTime",
            "extended",
            "answeredLate",
            "openLate",
            "reportExtended",
            "reportReturned",
            "reportReopened",
            "reportSatisfied",
            "reportFixed",
            "reportPlanned",
            "reportPlansBroken",
            "reportCalledBack",
            "onTimeRate",
            "small");

    private final MonthlyReports reports;
    private final FigureSettings settings;
    private final FigureNames names;
    private final Clock clock;

    ReportMonth(MonthlyReports reports, FigureSettings settings, FigureNames names, Clock clock) {
        this.reports = reports;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param edition which one this is; null for a draft
     * @param over whether the month has ended, so that it can be issued
     */
    public record Report(
            String month,
            boolean over,
            Edition edition,
            List<Edition> editions,
            Instant at,
            long received,
            List<Integer> lateDays,
            int smallNumber,
            List<Line> rows,
            Line total,
            Map<String, String> definitions) {}

    /** @param rate of those counted; null if there are none */
    public record Line(
            String key,
            String name,
            long received,
            long onTime,
            long extendedOnTime,
            List<Long> late,
            long lateOpen,
            long extended,
            long returned,
            long reopened,
            long rated,
            long satisfied,
            Long fixed,
            Long planned,
            Long calledBack,
            Long notFixed,
            Long plansDue,
            Long plansBroken,
            Double rate,
            boolean small) {}

    /** @param edition null: the latest, or a draft while there is none; 0: a draft in any case */
    public Optional<Report> of(YearMonth month, Integer edition) {
        var editions = reports.editions(month);
        var wanted = edition == null ? editions.size() : edition;
        if (wanted == 0) {
            var lateDays = settings.lateDays();
            return Optional.of(report(month, null, editions, lateDays, settings.smallNumber(), count(month, lateDays)));
        }
        return reports.find(month, wanted)
                .map(issued -> report(
                        month, issued.edition(), editions, issued.lateDays(), issued.smallNumber(), issued.count()));
    }

    /** Counted now; agencies in the order and by the names of today. */
    Count count(YearMonth month, List<Integer> lateDays) {
        var agencies = names.agencies();
        var count = reports.count(period(month), clock.instant(), lateDays);
        return new Count(
                count.received(),
                count.rows().stream()
                        .map(row -> named(row, agencies.getOrDefault(row.agency(), row.agency())))
                        .sorted(Comparator.comparing((Row row) -> row.agency().isEmpty())
                                .thenComparing(Row::name)
                                .thenComparing(Row::agency))
                        .toList());
    }

    boolean isOver(YearMonth month) {
        return !clock.instant().isBefore(period(month).to());
    }

    static Period period(YearMonth month) {
        return RateAnswers.period(month.atDay(1), month.atEndOfMonth());
    }

    private static Row named(Row row, String name) {
        return new Row(
                row.agency(),
                name,
                row.received(),
                row.onTime(),
                row.extendedOnTime(),
                row.late(),
                row.lateOpen(),
                row.extended(),
                row.returned(),
                row.reopened(),
                row.rated(),
                row.satisfied(),
                row.fixed(),
                row.planned(),
                row.calledBack(),
                row.notFixed(),
                row.plansDue(),
                row.plansBroken());
    }

    private Report report(
            YearMonth month, Edition edition, List<Edition> editions, List<Integer> lateDays, int small, Count count) {
        return new Report(
                month.toString(),
                isOver(month),
                edition,
                editions,
                edition == null ? clock.instant() : edition.issuedAt(),
                count.received(),
                lateDays,
                small,
                count.rows().stream().map(row -> line(row, small)).toList(),
                line(total(count.rows(), lateDays.size() + 1), small),
                names.definitions(FIGURES));
    }

    private static Row total(List<Row> rows, int bounds) {
        return new Row(
                "",
                "Toàn thành phố",
                rows.stream().mapToLong(Row::received).sum(),
                rows.stream().mapToLong(Row::onTime).sum(),
                rows.stream().mapToLong(Row::extendedOnTime).sum(),
                IntStream.range(0, bounds)
                        .mapToObj(i -> rows.stream()
                                .mapToLong(row -> row.late().get(i))
                                .sum())
                        .toList(),
                rows.stream().mapToLong(Row::lateOpen).sum(),
                rows.stream().mapToLong(Row::extended).sum(),
                rows.stream().mapToLong(Row::returned).sum(),
                rows.stream().mapToLong(Row::reopened).sum(),
                rows.stream().mapToLong(Row::rated).sum(),
                rows.stream().mapToLong(Row::satisfied).sum(),
                sum(rows, Row::fixed),
                sum(rows, Row::planned),
                sum(rows, Row::calledBack),
                sum(rows, Row::notFixed),
                sum(rows, Row::plansDue),
                sum(rows, Row::plansBroken));
    }

    /** @return null if the edition is from before it was counted */
    private static Long sum(List<Row> rows, Function<Row, Long> figure) {
        return rows.stream().map(figure).anyMatch(Objects::isNull)
                ? null
                : Long.valueOf(
                        rows.stream().map(figure).mapToLong(Long::longValue).sum());
    }

    private static Line line(Row row, int small) {
        var counted = LongStream.concat(
                        LongStream.of(row.onTime(), row.extendedOnTime(), row.lateOpen()),
                        row.late().stream().mapToLong(Long::longValue))
                .sum();
        return new Line(
                FigureNames.toReader(row.agency()),
                row.name(),
                row.received(),
                row.onTime(),
                row.extendedOnTime(),
                row.late(),
                row.lateOpen(),
                row.extended(),
                row.returned(),
                row.reopened(),
                row.rated(),
                row.satisfied(),
                row.fixed(),
                row.planned(),
                row.calledBack(),
                row.notFixed(),
                row.plansDue(),
                row.plansBroken(),
                counted == 0 ? null : (double) row.onTime() / counted,
                counted < small);
    }

    // --- on paper and in a sheet

    static List<String> lateColumns(List<Integer> days) {
        var columns = new ArrayList<String>();
        for (var i = 0; i < days.size(); i++) {
            columns.add(
                    i == 0
                            ? "Quá hạn ≤ " + days.get(0) + " ngày"
                            : "Quá hạn " + days.get(i - 1) + "–" + days.get(i) + " ngày");
        }
        columns.add(days.isEmpty() ? "Quá hạn" : "Quá hạn > " + days.get(days.size() - 1) + " ngày");
        return columns;
    }

    public Sheet sheet(Report report) {
        var columns = new ArrayList<>(List.of("Mã", "Cơ quan", "Tiếp nhận", "Đúng hạn", "Đúng hạn sau gia hạn"));
        columns.addAll(lateColumns(report.lateDays()));
        columns.addAll(List.of(
                "Quá hạn chưa trả lời",
                "Được gia hạn",
                "Chuyển trả",
                "Mở lại",
                "Được đánh giá",
                "Hài lòng",
                "Trả lời: đã giải quyết xong",
                "Trả lời: hẹn ngày",
                "Gọi lại, gặp được",
                "Gọi lại: chưa giải quyết",
                "Lời hẹn đến ngày",
                "Lời hẹn không giữ",
                "Tỷ lệ đúng hạn",
                "Ghi chú"));
        var notes = new ArrayList<String>();
        notes.add(status(report));
        notes.add(lead(report));
        notes.addAll(report.definitions().values());
        return new Sheet(title(report), notes, columns, reader -> {
            report.rows().forEach(line -> reader.accept(cells(line, line.key())));
            reader.accept(cells(report.total(), ""));
        });
    }

    private static List<?> cells(Line line, String key) {
        var cells =
                new ArrayList<Object>(List.of(key, line.name(), line.received(), line.onTime(), line.extendedOnTime()));
        cells.addAll(line.late());
        cells.addAll(List.of(
                line.lateOpen(), line.extended(), line.returned(), line.reopened(), line.rated(), line.satisfied()));
        cells.add(line.fixed());
        cells.add(line.planned());
        cells.add(line.calledBack());
        cells.add(line.notFixed());
        cells.add(line.plansDue());
        cells.add(line.plansBroken());
        cells.add(line.rate() == null ? null : new Share(line.rate()));
        cells.add(line.small() ? "số nhỏ" : null);
        return cells;
    }

    public Paper paper(Report report) {
        var columns = new ArrayList<>(List.of("Cơ quan", "Tiếp nhận", "Đúng hạn", "Đúng hạn sau gia hạn"));
        columns.addAll(lateColumns(report.lateDays()));
        columns.addAll(List.of(
                "Quá hạn chưa trả lời",
                "Gia hạn",
                "Chuyển trả",
                "Mở lại",
                "Hài lòng / đánh giá",
                "Giải quyết xong",
                "Hẹn ngày",
                "Tỷ lệ đúng hạn"));
        return new Paper(
                "Báo cáo kết quả xử lý phản ánh, kiến nghị qua Tổng đài 1022",
                period(report),
                status(report),
                lead(report),
                false,
                columns,
                report.rows().stream().map(ReportMonth::printed).toList(),
                printed(report.total()),
                List.copyOf(report.definitions().values()));
    }

    private static List<String> printed(Line line) {
        var cells = new ArrayList<String>();
        cells.add(line.name());
        LongStream.concat(
                        LongStream.of(line.received(), line.onTime(), line.extendedOnTime()),
                        LongStream.concat(
                                line.late().stream().mapToLong(Long::longValue),
                                LongStream.of(line.lateOpen(), line.extended(), line.returned(), line.reopened())))
                .forEach(number -> cells.add(number(number)));
        cells.add(number(line.satisfied()) + " / " + number(line.rated()));
        cells.add(line.fixed() == null ? "–" : number(line.fixed()));
        cells.add(line.planned() == null ? "–" : number(line.planned()));
        cells.add(
                line.rate() == null
                        ? "–"
                        : "%.1f %%".formatted(line.rate() * 100).replace('.', ',') + (line.small() ? " *" : ""));
        return cells;
    }

    private static String number(long number) {
        return "%,d".formatted(number).replace(',', '.');
    }

    private static String title(Report report) {
        return "Báo cáo " + period(report).toLowerCase(java.util.Locale.ROOT);
    }

    private static String period(Report report) {
        var month = YearMonth.parse(report.month());
        return "Tháng %02d/%d".formatted(month.getMonthValue(), month.getYear());
    }

    private static String lead(Report report) {
        return "Trong tháng Tổng đài 1022 tiếp nhận " + number(report.received()) + " phản ánh, kiến nghị.";
    }

    private static String status(Report report) {
        var edition = report.edition();
        if (edition == null) {
            return "DỰ THẢO, chưa chốt; số liệu lúc " + SheetNotes.WHEN.format(report.at());
        }
        return "Số liệu đã chốt lần " + edition.number() + " lúc " + SheetNotes.WHEN.format(edition.issuedAt())
                + ", người chốt: " + edition.issuedByName()
                + (edition.reason().isEmpty() ? "" : "; lý do chốt lại: " + edition.reason());
    }
}
