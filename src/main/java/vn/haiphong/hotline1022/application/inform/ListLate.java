package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.application.port.LateLimits;
import vn.haiphong.hotline1022.application.port.LateLimits.Filter;
import vn.haiphong.hotline1022.application.port.LateLimits.OpenLimit;
import vn.haiphong.hotline1022.application.port.LateLimits.Which;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;

/** The cases behind each number of {@link CountLate}: a row for each limit counted, and nothing that says who wrote. */
@Service
public class ListLate {

    private final LateLimits limits;
    private final FigureNames names;
    private final Clock clock;

    ListLate(LateLimits limits, FigureNames names, Clock clock) {
        this.limits = limits;
        this.names = names;
        this.clock = clock;
    }

    /** @param lateSeconds how long it has been late; null if it is not */
    public record Line(
            String code,
            boolean confidential,
            String agency,
            String agencyName,
            String field,
            String step,
            Instant startedAt,
            Instant dueAt,
            Instant originalDueAt,
            Instant pausedAt,
            Long lateSeconds,
            int level) {}

    public record Page(Instant at, long total, int page, int size, List<Line> rows) {}

    public Page of(Which which, String agency, String step, Integer level, Part part) {
        var now = clock.instant();
        var agencies = names.agencies();
        Excerpt<OpenLimit> found = limits.list(which, now, now.plus(CountLate.SOON), filter(agency, step, level), part);
        return new Page(
                now,
                found.total(),
                part.page(),
                part.size(),
                found.rows().stream().map(row -> line(row, now, agencies)).toList());
    }

    private static Filter filter(String agency, String step, Integer level) {
        return new Filter(FigureNames.toRegister(agency), step, level);
    }

    private Line line(OpenLimit row, Instant now, Map<String, String> agencies) {
        var late = row.pausedAt() == null && row.dueAt().isBefore(now);
        return new Line(
                row.code(),
                row.confidential(),
                FigureNames.toReader(row.agency()),
                agencies.getOrDefault(row.agency(), row.agency()),
                row.confidential() ? names.field(FigureNames.CONFIDENTIAL) : names.field(row.field()),
                names.step(row.step()),
                row.startedAt(),
                row.dueAt(),
                row.dueAt().equals(row.originalDueAt()) ? null : row.originalDueAt(),
                row.pausedAt(),
                late ? Duration.between(row.dueAt(), now).toSeconds() : null,
                row.level());
    }

    /** The whole list, read while it is written. */
    public Sheet sheet(Which which, String agency, String step, Integer level) {
        var now = clock.instant();
        var agencies = names.agencies();
        return new Sheet(
                switch (which) {
                    case LATE -> "Việc đang quá hạn";
                    case SOON -> "Việc đến hạn trong 24 giờ";
                    case PAUSED -> "Việc đang tạm dừng tính hạn";
                },
                SheetNotes.of(now, Map.of()),
                List.of(
                        "Mã hồ sơ",
                        "Mã cơ quan",
                        "Cơ quan",
                        "Lĩnh vực",
                        "Bước",
                        "Bắt đầu",
                        "Hạn",
                        "Hạn ban đầu",
                        "Quá hạn (giờ)",
                        "Cấp đã báo"),
                reader -> limits.each(which, now, now.plus(CountLate.SOON), filter(agency, step, level), row -> {
                    var line = line(row, now, agencies);
                    reader.accept(SheetNotes.cells(
                            line.code(),
                            line.agency(),
                            line.agencyName(),
                            line.field(),
                            line.step(),
                            line.startedAt(),
                            line.dueAt(),
                            line.originalDueAt(),
                            SheetNotes.hours(line.lateSeconds()),
                            line.level()));
                }));
    }
}
