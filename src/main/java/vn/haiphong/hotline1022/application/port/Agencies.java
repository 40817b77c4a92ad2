package vn.haiphong.hotline1022.application.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.haiphong.hotline1022.domain.directory.Agency;
import vn.haiphong.hotline1022.domain.directory.AgencyHistory.DatedAgency;

/** The agencies as they are on a day. */
public interface Agencies {

    Optional<Agency> find(String code, LocalDate day);

    /** The agency itself if it is valid on that day, else whoever took over its work, as far as that is one. */
    Optional<Agency> orSuccessor(String code, LocalDate day);

    List<Agency> all(LocalDate day);

    /** Every agency there is, was or will be; each code once, with its latest name. */
    List<Agency> ever();

    /** The same with the times for which each is, or was, like this. */
    List<DatedAgency> throughTheYears();

    /** Agencies that were, and are no more on that day. */
    List<String> endedBefore(LocalDate day);
}
