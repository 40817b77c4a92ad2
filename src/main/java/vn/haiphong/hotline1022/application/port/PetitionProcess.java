package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import vn.haiphong.hotline1022.domain.petition.Petition;

/** The way of a petition through the regulation, as the use cases move it. */
public interface PetitionProcess {

    void start(Petition petition, String place);

    /** The citizen added what was asked. @return false if nothing waits for it */
    boolean supplemented(String code, String content);

    /** The citizen rated the answer. @return false if nothing waits for it */
    boolean rated(String code, Instant at, boolean reopeningAsked);

    /** The citizen is to get a letter outside the current step, e.g. an interim reply. */
    void deliver(Petition petition, String letter, String text);

    /** The answer names a day; when that has passed somebody is asked whether it was kept. */
    void followPlan(Petition petition, String plannedUntil, Instant askedAt);

    /**
     * The citizen wrote about a petition that is answered or closed: a coordinator has to read it.
     *
     * @param petition that of whoever wrote
     * @param answered the one it was joined to, or itself
     */
    void citizenWrote(Petition petition, Petition answered);

    /** The case was closed and chosen: an operator calls the citizen back. */
    void askSatisfaction(Petition petition);

    /** A coordinator has to decide whether an answered or closed case is opened again. */
    void askReopening(Petition petition);

    /** An answered or closed case that was just opened again goes to an agency. @param lead empty: a coordinator assigns */
    void reopen(Petition petition, String lead, String urgency, boolean halved);

    /**
     * What a letter should have said did not arrive: it goes another way, and if there is none somebody has to call.
     *
     * @param notice which one did not arrive
     */
    void tellOtherwise(Petition petition, String letter, String text, String notice, String reason);

    /** What co-handling agencies say has changed: the lead reads it where it works. */
    void showOpinions(String code, String opinions);

    /** How many open tasks of that name a case has. */
    long waitingAt(String code, String userTask);

    /** Somebody has a window from now on: his notices are delivered until nothing waits in it. */
    void deliverNotices(long window);

    /** Open limits are to be counted with that version of the calendar, one after the other. */
    void recountLimits(long calendarVersion);

    /** The due date of a step has moved: its tasks and clocks move along. */
    void limitMoved(String code, String step, Instant from, Instant to);

    /** The agency of these handlings is replaced. */
    void replaceAgency(String code, String agencyCode);

    /** The lead agency, which has not begun, gives way to another one, for that reason. */
    void reroute(String code, String from, String to, String basis);

    /** A co-handling agency becomes the lead: what it did beside the lead ends. */
    void endCoHandling(String code, String agencyCode);
}
