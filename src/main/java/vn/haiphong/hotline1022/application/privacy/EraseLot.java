package vn.haiphong.hotline1022.application.privacy;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.PersonalData;
import vn.haiphong.hotline1022.application.port.PersonalData.Purpose;
import vn.haiphong.hotline1022.application.port.PersonalReads;
import vn.haiphong.hotline1022.application.port.Retention;

/** A few cases of a run and how far it is, in one transaction; a class of its own, since each lot needs one. */
@Service
class EraseLot {

    private static final int CASES = 20;
    private static final int ROWS = 5000;

    private final Retention retention;
    private final PersonalData data;
    private final PersonalReads reads;
    private final Clock clock;

    EraseLot(Retention retention, PersonalData data, PersonalReads reads, Clock clock) {
        this.retention = retention;
        this.data = data;
        this.reads = reads;
        this.clock = clock;
    }

    /** @return whether there may be more that can be done now */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean next(long id) {
        var run = retention.findToChange(id).filter(found -> found.state().equals("running"));
        if (run.isEmpty()) {
            return false;
        }
        var done = run.get().name().equals(Retention.READS)
                ? reads.forgetBefore(run.get().before(), ROWS)
                : cases(run.get());
        if (done == 0) {
            finishUnlessSomebodyHolds(run.get());
            return false;
        }
        retention.progressed(id, done);
        return true;
    }

    /** A case somebody is just writing in is passed over; the run has not ended while one is left. */
    private void finishUnlessSomebodyHolds(Retention.Run run) {
        if (retention.due(run.name(), run.before()) == 0) {
            retention.finished(run.id(), clock.instant());
        }
    }

    private long cases(Retention.Run run) {
        var codes = retention.take(run.name(), run.before(), CASES);
        if (!codes.isEmpty()) {
            data.erase(codes, null, Purpose.retention, clock.instant());
        }
        return codes.size();
    }
}
