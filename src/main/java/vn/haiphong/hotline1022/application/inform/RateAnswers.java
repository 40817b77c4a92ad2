package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.CaseResults;
import vn.haiphong.hotline1022.application.port.CaseResults.Filter;
import vn.haiphong.hotline1022.application.port.CaseResults.Outcomes;
import vn.haiphong.hotline1022.application.port.CaseResults.Rate;
import vn.haiphong.hotline1022.application.port.FigureSettings;
import vn.haiphong.hotline1022.application.port.Period;
import vn.haiphong.hotline1022.application.port.Sheets.Share;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;

/** Share in time and handling time of a period, by agency and by field (ADR 0012). */
@Service
public class RateAnswers {

    private static final List<String> FIGURES =
            List.of("onTimeRate", "onTime", "extended", "answeredLate", "openLate", "median", "small");

    private final CaseResults results;
    private final FigureSettings settings;
    private final FigureNames names;
    private final Clock clock;

    RateAnswers(CaseResults results, FigureSettings settings, FigureNames names, Clock clock) {
        this.results = results;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    public record Rates(
            Instant at,
            LocalDate from,
            LocalDate to,
            int smallNumber,
            Line total,
            List<Line> byAgency,
            List<Line> byField,
            Map<String, String> definitions) {}

    /**
     * @param counted of how many the rate is
     * @param rate null if there is nothing to count
     * @param small too few to say much
     */
    public record Line(
            String key,
            String name,
            long answered,
            long counted,
            long onTime,
            long extended,
            long late,
            long open,
            Double rate,
            boolean small,
            Long medianSeconds,
            Long ninetiethSeconds) {}

    /** The days of an office as a period: both are counted. */
    static Period period(LocalDate from, LocalDate to) {
        return new Period(
                from.atStartOfDay(SheetNotes.OFFICE).toInstant(),
                to.plusDays(1).atStartOfDay(SheetNotes.OFFICE).toInstant());
    }

    /** @param to the last day, counted */
    public Rates of(LocalDate from, LocalDate to, String agency, String field) {
        var now = clock.instant();
        var rates = results.rates(period(from, to), now, new Filter(null, FigureNames.toRegister(agency), field, null));
        var agencies = names.agencies();
        var small = settings.smallNumber();
        return new Rates(
                now,
                from,
                to,
                small,
                lines(rates, rate -> rate.agency() == null && rate.field() == null, rate -> "", rate -> "Tất cả", small)
                        .stream()
                        .findFirst()
                        .orElse(new Line("", "Tất cả", 0, 0, 0, 0, 0, 0, null, true, null, null)),
                lines(
                        rates,
                        rate -> rate.agency() != null,
                        rate -> FigureNames.toReader(rate.agency()),
                        rate -> agencies.getOrDefault(rate.agency(), rate.agency()),
                        small),
                lines(rates, rate -> rate.field() != null, Rate::field, rate -> names.field(rate.field()), small),
                names.definitions(FIGURES));
    }

    /** What became of the same answers, by the keys of {@link Rates#byAgency}. */
    Map<String, Outcomes> outcomes(LocalDate from, LocalDate to) {
        return results.outcomes(period(from, to)).stream()
                .collect(Collectors.toMap(one -> FigureNames.toReader(one.agency()), one -> one));
    }

    private static List<Line> lines(
            List<Rate> rates,
            Predicate<Rate> which,
            Function<Rate, String> key,
            Function<Rate, String> name,
            int small) {
        return rates.stream()
                .filter(which)
                .map(rate -> {
                    var counted = rate.onTime() + rate.extended() + rate.late() + rate.open();
                    return new Line(
                            key.apply(rate),
                            name.apply(rate),
                            rate.answered(),
                            counted,
                            rate.onTime(),
                            rate.extended(),
                            rate.late(),
                            rate.open(),
                            counted == 0 ? null : (double) rate.onTime() / counted,
                            counted < small,
                            rate.medianSeconds(),
                            rate.ninetiethSeconds());
                })
                .sorted(Comparator.comparingLong(Line::counted)
                        .thenComparingLong(Line::answered)
                        .reversed()
                        .thenComparing(Line::name))
                .toList();
    }

    /** @param by "agency" or "field" */
    public Sheet sheet(LocalDate from, LocalDate to, String agency, String field, String by) {
        var rates = of(from, to, agency, field);
        var notes = new ArrayList<>(SheetNotes.of(rates.at(), rates.definitions()));
        notes.add(1, "Từ " + SheetNotes.DAY.format(from) + " đến hết " + SheetNotes.DAY.format(to));
        return new Sheet(
                "Tỷ lệ đúng hạn",
                notes,
                List.of(
                        "Mã",
                        "field".equals(by) ? "Lĩnh vực" : "Cơ quan",
                        "Đã trả lời",
                        "Tính tỷ lệ",
                        "Đúng hạn",
                        "Đúng hạn sau gia hạn",
                        "Trả lời quá hạn",
                        "Quá hạn chưa trả lời",
                        "Tỷ lệ đúng hạn",
                        "Ghi chú",
                        "Trung vị (giờ)",
                        "90% trong (giờ)"),
                reader -> ("field".equals(by) ? rates.byField() : rates.byAgency())
                        .forEach(line -> reader.accept(SheetNotes.cells(
                                line.key(),
                                line.name(),
                                line.answered(),
                                line.counted(),
                                line.onTime(),
                                line.extended(),
                                line.late(),
                                line.open(),
                                line.rate() == null ? null : new Share(line.rate()),
                                line.small() ? "số nhỏ" : null,
                                SheetNotes.hours(line.medianSeconds()),
                                SheetNotes.hours(line.ninetiethSeconds())))));
    }
}
