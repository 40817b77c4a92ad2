package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.LateLimits;
import vn.haiphong.hotline1022.application.port.LateLimits.Count;
import vn.haiphong.hotline1022.application.port.LateLimits.Filter;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;

/** What is late now and what is due within a day: by agency, step and level told (ADR 0012). */
@Service
public class CountLate {

    static final Duration SOON = Duration.ofDays(1);

    private static final List<String> FIGURES = List.of("late", "lateCases", "soon", "paused", "level");

    private final LateLimits limits;
    private final FigureNames names;
    private final Clock clock;

    CountLate(LateLimits limits, FigureNames names, Clock clock) {
        this.limits = limits;
        this.names = names;
        this.clock = clock;
    }

    /** @param definitions what each number counts, by its name here */
    public record Board(
            Instant at,
            Line total,
            List<Line> byAgency,
            List<Line> byStep,
            List<Line> byLevel,
            Map<String, String> definitions) {}

    public record Line(
            String key, String name, long late, long lateCases, long soon, long paused, Instant longestLate) {}

    /** @param agency null: all, "1022": the hotline itself; likewise step and level */
    public Board now(String agency, String step, Integer level) {
        var now = clock.instant();
        var counts = limits.count(now, now.plus(SOON), new Filter(FigureNames.toRegister(agency), step, level));
        var agencies = names.agencies();
        return new Board(
                now,
                counts.stream()
                        .filter(count -> count.agency() == null && count.step() == null && count.level() == null)
                        .map(count -> line("", "Tất cả", count))
                        .findFirst()
                        .orElse(new Line("", "Tất cả", 0, 0, 0, 0, null)),
                lines(
                        counts,
                        Count::agency,
                        count -> FigureNames.toReader(count.agency()),
                        count -> agencies.getOrDefault(count.agency(), count.agency())),
                lines(counts, Count::step, Count::step, count -> names.step(count.step())),
                lines(
                        counts,
                        Count::level,
                        count -> count.level().toString(),
                        count -> FigureNames.level(count.level())),
                names.definitions(FIGURES));
    }

    private static List<Line> lines(
            List<Count> counts, Function<Count, Object> of, Function<Count, String> key, Function<Count, String> name) {
        return counts.stream()
                .filter(count -> of.apply(count) != null)
                .map(count -> line(key.apply(count), name.apply(count), count))
                .sorted(Comparator.comparingLong(Line::late)
                        .thenComparingLong(Line::soon)
                        .reversed()
                        .thenComparing(Line::name))
                .toList();
    }

    private static Line line(String key, String name, Count count) {
        return new Line(key, name, count.late(), count.lateCases(), count.soon(), count.paused(), count.longestLate());
    }

    /** @param by "agency", "step" or "level" */
    public Sheet sheet(String agency, String step, Integer level, String by) {
        var board = now(agency, step, level);
        var lines = switch (by) {
            case "step" -> board.byStep();
            case "level" -> board.byLevel();
            default -> board.byAgency();
        };
        var what = switch (by) {
            case "step" -> "Bước";
            case "level" -> "Cấp đã báo";
            default -> "Cơ quan";
        };
        return new Sheet(
                "Đang quá hạn",
                SheetNotes.of(board.at(), board.definitions()),
                List.of("Mã", what, "Quá hạn", "Số hồ sơ quá hạn", "Đến hạn trong 24 giờ", "Tạm dừng", "Hạn cũ nhất"),
                reader -> lines.forEach(line -> reader.accept(SheetNotes.cells(
                        line.key(),
                        line.name(),
                        line.late(),
                        line.lateCases(),
                        line.soon(),
                        line.paused(),
                        line.longestLate()))));
    }
}
