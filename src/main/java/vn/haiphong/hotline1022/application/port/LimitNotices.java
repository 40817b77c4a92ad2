package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import vn.haiphong.hotline1022.application.port.Notices.Notice;

/** Reminders and reports of limits: kept as facts when a mark is reached, put into words when they go. */
public interface LimitNotices {

    /** Keeps those whose key is not known yet. */
    void keep(List<LimitNotice> notices);

    /** What waits to be put into words for this person, oldest first. */
    List<Waiting> waitingFor(String recipient);

    /** Letters to this person that were about to go before, and of which nobody has noted yet what became of them. */
    List<Notice> onTheWayTo(String recipient);

    /** Those of who has a case, to whomever, the oldest first; what an answer or a reopening has overtaken is laid aside for good. */
    List<Notice> onTheWayToCitizens(int most);

    /**
     * Claims a letter for its first attempt, in its own transaction and with all it carries: from here until
     * {@link Notices#sent} its fate is uncertain.
     *
     * @param carried keys of the notices in it; one that goes by itself carries itself
     */
    void sending(Notice letter, List<String> carried, Instant at);

    /**
     * @param level of the report; 0: a reminder
     * @param agencyCode who answers for the limit; '' for 1022
     * @param dueAt the limit as it stood
     * @param rule the row of the ladder by which this person is told, {@code table:version:row}; null for a reminder
     */
    record LimitNotice(
            String key,
            String petitionCode,
            String recipient,
            String recipientName,
            int level,
            long deadline,
            String agencyCode,
            Instant dueAt,
            String rule,
            String messageId,
            Instant createdAt) {

        public String kind() {
            return level == 0 ? "reminder" : "breach";
        }
    }

    /** @param field '' if the case is confidential by now: then it is named by its code alone */
    record Waiting(LimitNotice notice, String step, String field) {}
}
