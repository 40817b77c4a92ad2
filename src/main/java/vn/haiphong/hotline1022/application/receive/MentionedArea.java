package vn.haiphong.hotline1022.application.receive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The area somebody names in passing, as "quận Lê Chân"; none where it could be several: then a person decides. */
@Component
class MentionedArea {

    private final Areas areas;

    MentionedArea(Areas areas) {
        this.areas = areas;
    }

    private record Named(Area area, String name) {}

    Optional<Area> in(String written, LocalDate day) {
        var text = PetitionText.of(written);
        var withoutMarks = text.accented().equals(text.plain());
        var mentioned = areas.all(day).stream()
                .map(area -> new Named(area, nameOf(area, withoutMarks)))
                .filter(named -> text.accented().contains(named.name()))
                .toList();
        // "Phường Đông Hải 1" is not "Phường Đông Hải" as well
        var meant = mentioned.stream()
                .filter(named -> mentioned.stream()
                        .noneMatch(other -> other.name().length() > named.name().length()
                                && other.name().contains(named.name().stripTrailing())))
                .map(Named::area)
                .toList();
        return theOnly(meant.stream().filter(area -> area.parentCode() != null).toList(), meant)
                .or(() -> theOnly(
                        meant.stream().filter(area -> area.parentCode() == null).toList(), meant));
    }

    /** Of wards with one name, the one in the district that is named too. */
    private static Optional<Area> theOnly(List<Area> some, List<Area> all) {
        if (some.size() > 1) {
            var within = some.stream()
                    .filter(area -> all.stream().anyMatch(other -> other.code().equals(area.parentCode())))
                    .toList();
            return within.size() == 1 ? Optional.of(within.get(0)) : Optional.empty();
        }
        return some.stream().findFirst();
    }

    private static String nameOf(Area area, boolean withoutMarks) {
        var name = PetitionText.of(area.name());
        return withoutMarks ? name.plain() : name.accented();
    }
}
