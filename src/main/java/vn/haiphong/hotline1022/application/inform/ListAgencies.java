package vn.haiphong.hotline1022.application.inform;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/** The agencies one can choose today, found by code or by any part of the name, with or without Vietnamese marks. */
@Service
public class ListAgencies {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Agencies agencies;
    private final Clock clock;

    ListAgencies(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    public record Choice(String code, String name) {}

    /** @param typed null or empty: all */
    public List<Choice> matching(String typed) {
        var wanted = plain(typed);
        return agencies.all(clock.instant().atZone(OFFICE).toLocalDate()).stream()
                .filter(agency -> plain(agency.code() + " " + agency.name()).contains(wanted))
                .map(agency -> new Choice(agency.code(), agency.name()))
                .toList();
    }

    private static String plain(String text) {
        return PetitionText.of(text).plain().strip();
    }
}
