package vn.haiphong.hotline1022.domain.petition;

import java.time.Instant;

/**
 * The routing facts of a petition. Who sent it is not among them: contact data stays in the register.
 *
 * @param kind phan_anh, kien_nghi, yeu_cau, hoi_dap, hien_ke; null before classification
 * @param areaCode code of the General Statistics Office on the day of receipt; null if unknown
 * @param dueAt the limit shown to the citizen; null before it is known
 */
public record Petition(
        String code,
        PetitionState state,
        String channel,
        String content,
        String address,
        String areaCode,
        boolean outsideTerritory,
        Instant receivedAt,
        boolean confidential,
        String kind,
        String category,
        String field,
        String urgency,
        String leadAgency,
        Instant dueAt,
        Instant originalDueAt,
        String replyText,
        Instant repliedAt,
        Integer rating,
        int reopened) {

    /** Before it is classified it has none of its own. */
    public String urgencyOr(String other) {
        return urgency == null ? other : urgency;
    }

    /** Whether its answer is yet to come, and may be told to others who report the same. */
    public boolean takesDoubles() {
        return !confidential && !state.isClosed() && state != PetitionState.DA_TRA_LOI;
    }

    public boolean isUrgent() {
        return "urgent".equals(urgency);
    }
}
