package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Excerpt;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.application.port.PersonalReads.Figure;
import vn.haiphong.hotline1022.application.port.PersonalReads.Read;
import vn.haiphong.hotline1022.application.port.PersonalReads.Wanted;
import vn.haiphong.hotline1022.application.port.Sheets.Sheet;

/** Answers who looked at whose data: of a person, of a case, by one of the staff. It shows no data of the person itself. */
@Service
public class ListReads {

    public static final int PAGE = 50;

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MONTHS = 24;

    private final PersonalReads reads;
    private final PersonalData data;
    private final Words words;
    private final Clock clock;

    ListReads(PersonalReads reads, PersonalData data, Words words, Clock clock) {
        this.reads = reads;
        this.data = data;
        this.words = words;
        this.clock = clock;
    }

    /** @param to the last day; like every other part not asked for if empty or null */
    public record Asked(String phone, String email, String code, String user, LocalDate from, LocalDate to) {}

    public Excerpt<Read> page(Asked asked, int page) {
        return reads.page(wanted(asked), new Excerpt.Part("", true, page, PAGE));
    }

    public Sheet sheet(Asked asked) {
        var wanted = wanted(asked);
        return new Sheet(
                "Nhật ký xem dữ liệu cá nhân",
                List.of(),
                List.of("Lúc", "Người xem", "Mã phản ánh", "Nơi xem", "Dữ liệu"),
                reader -> reads.forEach(
                        wanted,
                        read -> reader.accept(List.of(
                                read.at(),
                                read.user(),
                                read.code(),
                                word("readDoor", read.door()),
                                word("readData", read.data())))));
    }

    /** Of two years, by month. */
    public List<Figure> figures() {
        var now = clock.instant();
        return reads.figures(now.atZone(OFFICE).minusMonths(MONTHS).toInstant(), now.plusSeconds(1));
    }

    private Wanted wanted(Asked asked) {
        return new Wanted(codes(asked), given(asked.user()), start(asked.from()), start(dayAfter(asked.to())));
    }

    private List<String> codes(Asked asked) {
        var code = given(asked.code());
        var person = given(asked.phone()) != null || given(asked.email()) != null
                ? FindPerson.person(null, asked.phone(), asked.email())
                : null;
        if (person == null) {
            return code == null ? null : List.of(code);
        }
        return data.casesOf(person).stream()
                .map(PersonalData.Case::code)
                .filter(one -> code == null || one.equals(code))
                .toList();
    }

    private String word(String group, String code) {
        return words.knows(group, code) ? words.of(group, code) : code;
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate dayAfter(LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(OFFICE).toInstant();
    }
}
