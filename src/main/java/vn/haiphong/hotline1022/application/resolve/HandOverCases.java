package vn.haiphong.hotline1022.application.resolve;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.Handlings;
import vn.haiphong.hotline1022.application.port.PetitionProcess;

/** On the day an agency is no more its open cases go to its successor; code and limits stay (Giả định A-17). */
@Service
public class HandOverCases {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Agencies agencies;
    private final Handlings handlings;
    private final PetitionProcess process;
    private final Clock clock;

    HandOverCases(Agencies agencies, Handlings handlings, PetitionProcess process, Clock clock) {
        this.agencies = agencies;
        this.handlings = handlings;
        this.process = process;
        this.clock = clock;
    }

    /** @return how many open handlings were handed over */
    public int ofEndedAgencies() {
        var ended = agencies.endedBefore(clock.instant().atZone(OFFICE).toLocalDate());
        if (ended.isEmpty()) {
            return 0;
        }
        var open = handlings.openOf(ended);
        open.forEach(handling -> process.replaceAgency(handling.petitionCode(), handling.agency()));
        return open.size();
    }
}
