package vn.haiphong.hotline1022.application.assign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.directory.Agency;

/** Turns what a table or a person names as agency into agencies that exist on the day. */
@Component
public class AgencyChoice {

    /** In the tables: the People's Committee of the petition's area, whoever that is on the day. */
    public static final String COMMITTEE_OF_THE_AREA = "UBND";

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Agencies agencies;
    private final Areas areas;

    AgencyChoice(Agencies agencies, Areas areas) {
        this.agencies = agencies;
        this.areas = areas;
    }

    /** @param lead empty: no rule, a coordinator assigns by hand */
    public record Choice(String lead, List<String> coordinating) {}

    /** What the table says, made real for this area and day; an agency that is no more gives way to its successor. */
    public Choice fromTable(String lead, String coordinating, String areaCode, Instant at) {
        var day = at.atZone(OFFICE).toLocalDate();
        var leading = real(lead, areaCode, day).map(Agency::code).orElse("");
        var others = new ArrayList<String>();
        for (var code : split(coordinating)) {
            real(code, areaCode, day)
                    .map(Agency::code)
                    .filter(real -> !real.equals(leading) && !others.contains(real))
                    .ifPresent(others::add);
        }
        return new Choice(leading, others);
    }

    /** What a person chose; unlike a table, a person is told when a code does not exist. */
    public Choice fromPerson(String lead, String coordinating, String areaCode, LocalDate day) {
        var leading = lead == null || lead.isBlank() ? "" : named("leadAgency", lead.strip(), areaCode, day);
        var others = new ArrayList<String>();
        for (var code : split(coordinating)) {
            var real = named("coordinatingAgencies", code, areaCode, day);
            if (real.equals(leading)) {
                throw new BusinessRefusal("coordinatingAgencies", "Cơ quan " + real + " đã là cơ quan chủ trì.");
            }
            if (!others.contains(real)) {
                others.add(real);
            }
        }
        return new Choice(leading, others);
    }

    /** That agency, or whoever follows it by then; empty if nobody or several do. */
    public Optional<String> today(String code, Instant at) {
        return agencies.orSuccessor(code, at.atZone(OFFICE).toLocalDate()).map(Agency::code);
    }

    /** One agency that a person chose. */
    public String one(String field, String given, String areaCode, LocalDate day) {
        return named(field, given.strip(), areaCode, day);
    }

    public String nameOf(String code, LocalDate day) {
        return agencies.orSuccessor(code, day).map(Agency::name).orElse(code);
    }

    private String named(String field, String given, String areaCode, LocalDate day) {
        return real(given, areaCode, day)
                .map(Agency::code)
                .orElseThrow(() -> new BusinessRefusal(
                        field,
                        "Không có cơ quan mã \"" + given + "\" trong danh bạ ngày " + DAY.format(day)
                                + "; chọn lại từ danh sách."));
    }

    private Optional<Agency> real(String code, String areaCode, LocalDate day) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        if (COMMITTEE_OF_THE_AREA.equals(code)) {
            return areaCode == null
                    ? Optional.empty()
                    : areas.handlingUnit(areaCode, day).flatMap(area -> agencies.find(area.agencyCode(), day));
        }
        return agencies.orSuccessor(code, day);
    }

    private static List<String> split(String codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split("[,+;]"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }
}
