package vn.haiphong.hotline1022.application.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.domain.directory.Area;
import vn.haiphong.hotline1022.domain.directory.DatedArea;

/** The areas of the city as they are on a day. */
public interface Areas {

    /** @param given a code or a name */
    Resolution resolve(String given, LocalDate day);

    Optional<Area> find(String code, LocalDate day);

    /** The unit that handles for this area on that day: the district until 30/6/2025, the commune since. */
    Optional<Area> handlingUnit(String code, LocalDate day);

    List<Area> all(LocalDate day);

    /** Every area there is, was or will be, with the times for which it is, or was, like this. */
    List<DatedArea> throughTheYears();

    /** Either the area, or a question with the possible answers. */
    record Resolution(Optional<Area> area, String question, List<String> options) {}
}
