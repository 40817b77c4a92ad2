package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;

/** How long work stays at each activity of a process, and what is there now. */
public interface ActivityFigures {

    List<Activity> of(String process, Period finished, Instant now);

    Excerpt<Stay> stays(String process, String activity, boolean lateOnly, Instant now, Part part);

    /** @param finished how many times it was left in the period */
    record Activity(String id, long finished, Long medianSeconds, Long ninetiethSeconds, long open, long late) {}

    /** A case that is at an activity now. @param agency empty for 1022 */
    record Stay(String code, boolean confidential, String agency, Instant since, boolean late, String instance) {}
}
