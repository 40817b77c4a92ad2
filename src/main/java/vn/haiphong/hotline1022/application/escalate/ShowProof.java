package vn.haiphong.hotline1022.application.escalate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.FigureNames;
import vn.haiphong.hotline1022.application.inform.SheetNotes;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Deviation;
import vn.haiphong.hotline1022.application.port.EscalationProofs.Finding;
import vn.haiphong.hotline1022.application.port.ReportPapers.Paper;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;
import vn.haiphong.hotline1022.domain.BusinessRefusal;

/**
 * The proof that everybody was told of the limits that passed, in words: what came out how often, and each exception by
 * name (Giả định A-34).
 */
@Service
public class ShowProof {

    /** A quarter; over more the question takes too long for somebody who waits at a screen. */
    private static final int MOST_DAYS = 92;

    private static final int LONGEST_ALLOWANCE = 24 * 60;
    /** Nobody reads more on paper; a sheet has them all. */
    private static final int MOST_ON_PAPER = 1000;

    /** Breaks between time and day, where a narrow column must break. */
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(SheetNotes.OFFICE);

    private static final List<String> COLUMNS = List.of(
            "Mã hồ sơ", "Bước", "Hạn", "Cấp", "Trách nhiệm", "Phải báo cho", "Địa chỉ", "Phải báo từ", "Kết quả");

    private final ProveEscalations prove;
    private final FigureNames names;
    private final Words words;
    private final Clock clock;

    ShowProof(ProveEscalations prove, FigureNames names, Words words, Clock clock) {
        this.prove = prove;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param minutes how long the house may take from a level being reached to the letter being sent
     * @param holds nobody was passed over, told twice or too early
     */
    public record Shown(
            LocalDate from,
            Instant until,
            int minutes,
            boolean holds,
            List<Count> counts,
            List<Line> exceptions,
            String lasting) {}

    /** @param definition what the number counts */
    public record Count(String finding, String name, long number, String definition) {}

    /**
     * @param whom the roles that had to be told
     * @param address empty where nobody is named for them
     */
    public record Line(
            String code,
            String step,
            Instant dueAt,
            int level,
            String agencyName,
            String whom,
            String address,
            Instant reachedAt,
            String finding,
            String findingName) {}

    /** @param from limits that passed since that day began, until now */
    public Shown since(LocalDate from, int minutes) {
        var today = clock.instant().atZone(SheetNotes.OFFICE).toLocalDate();
        if (from.isAfter(today)) {
            throw new BusinessRefusal("from", "Ngày bắt đầu phải trước ngày hôm nay.");
        }
        if (from.isBefore(today.minusDays(MOST_DAYS))) {
            throw new BusinessRefusal("from", "Mỗi lần kiểm chứng tối đa " + MOST_DAYS + " ngày.");
        }
        if (minutes < 1 || minutes > LONGEST_ALLOWANCE) {
            throw new BusinessRefusal("minutes", "Thời gian cho phép từ 1 đến " + LONGEST_ALLOWANCE + " phút.");
        }
        var proof = prove.since(from.atStartOfDay(SheetNotes.OFFICE).toInstant(), Duration.ofMinutes(minutes));
        var agencies = names.agencies();
        return new Shown(
                from,
                proof.until(),
                minutes,
                proof.holds(),
                Arrays.stream(Finding.values())
                        .map(finding -> new Count(
                                finding.name(),
                                words.of("finding", finding.name()),
                                proof.count(finding),
                                words.of("figure", finding.name())))
                        .toList(),
                proof.deviations().stream()
                        .map(deviation -> line(deviation, agencies))
                        .toList(),
                words.of("figure", "proof"));
    }

    private Line line(Deviation deviation, Map<String, String> agencies) {
        return new Line(
                deviation.code(),
                names.step(deviation.step()),
                deviation.dueAt(),
                deviation.level(),
                agencies.getOrDefault(deviation.agency(), deviation.agency()),
                deviation.roles().stream()
                        .map(role -> agencies.getOrDefault(role, words.of("role", role)))
                        .collect(Collectors.joining(", ")),
                deviation.recipient() == null ? "" : deviation.recipient(),
                deviation.reachedAt(),
                deviation.finding().name(),
                words.of("finding", deviation.finding().name()));
    }

    public Sheet sheet(Shown proof) {
        return new Sheet(
                "Kiểm chứng báo hạn",
                Stream.of(
                                Stream.of(period(proof), verdict(proof), proof.lasting()),
                                proof.counts().stream().map(ShowProof::counted),
                                proof.counts().stream().map(Count::definition))
                        .flatMap(notes -> notes)
                        .toList(),
                COLUMNS,
                reader -> proof.exceptions()
                        .forEach(line -> reader.accept(SheetNotes.cells(
                                line.code(),
                                line.step(),
                                line.dueAt(),
                                line.level(),
                                line.agencyName(),
                                line.whom(),
                                line.address(),
                                line.reachedAt(),
                                line.findingName()))));
    }

    public Paper paper(Shown proof) {
        var all = proof.exceptions().size();
        return new Paper(
                "Kiểm chứng việc báo hạn",
                period(proof),
                verdict(proof),
                proof.counts().stream().map(ShowProof::counted).collect(Collectors.joining("; ")) + "."
                        + (all > MOST_ON_PAPER
                                ? " Ở đây in " + MOST_ON_PAPER + " dòng đầu trong " + all + " dòng cần xem lại."
                                : ""),
                true,
                COLUMNS,
                proof.exceptions().stream()
                        .limit(MOST_ON_PAPER)
                        .map(ShowProof::printed)
                        .toList(),
                List.of(),
                Stream.concat(
                                Stream.of(proof.lasting()),
                                proof.counts().stream().map(Count::definition))
                        .toList());
    }

    private static List<String> printed(Line line) {
        return List.of(
                line.code(),
                line.step(),
                PRINTED.format(line.dueAt()),
                String.valueOf(line.level()),
                line.agencyName(),
                line.whom(),
                line.address(),
                PRINTED.format(line.reachedAt()),
                line.findingName());
    }

    private static String counted(Count count) {
        return count.name() + ": " + count.number();
    }

    private static String period(Shown proof) {
        return "Thời hạn đã qua từ " + SheetNotes.DAY.format(proof.from()) + " đến "
                + SheetNotes.WHEN.format(proof.until());
    }

    private static String verdict(Shown proof) {
        return (proof.holds()
                        ? "Không ai bị bỏ sót, báo hai lần hay báo sớm"
                        : "CÓ NGƯỜI BỊ BỎ SÓT, BÁO HAI LẦN HOẶC BÁO SỚM")
                + "; cho phép chậm " + proof.minutes() + " phút.";
    }
}
