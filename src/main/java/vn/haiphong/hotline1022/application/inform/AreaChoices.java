package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Areas;

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
}
