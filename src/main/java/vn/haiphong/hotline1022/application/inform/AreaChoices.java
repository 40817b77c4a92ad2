package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The areas a citizen can choose from today, wards under their district while there are districts. */
@Service
public class AreaChoices {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Areas areas;
    private final Clock clock;

    AreaChoices(Areas areas, Clock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    /** @param group name of the district, empty if there is none above */
    public record AreaChoice(String code, String name, String group) {}

    public List<AreaChoice> now() {
        var day = clock.instant().atZone(OFFICE).toLocalDate();
        var all = areas.all(day);
        var names = new java.util.HashMap<String, String>();
        all.forEach(area -> names.put(area.code(), area.name()));
        return all.stream()
                .map(area -> new AreaChoice(
                        area.code(),
                        area.name(),
                        area.parentCode() == null ? "" : names.getOrDefault(area.parentCode(), "")))
                .toList();
    }

    /** @param typed part of a name or a code, with or without Vietnamese marks; null or empty: all */
    public List<AreaChoice> matching(String typed) {
        var wanted = PetitionText.of(typed).plain().strip();
        return now().stream()
                .filter(area -> PetitionText.of(area.code() + " " + area.name() + " " + area.group())
                        .plain()
                        .contains(wanted))
                .toList();
    }
}
