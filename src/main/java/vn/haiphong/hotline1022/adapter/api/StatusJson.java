package vn.haiphong.hotline1022.adapter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.haiphong.hotline1022.application.port.PetitionStatus;
import vn.haiphong.hotline1022.domain.petition.PetitionState.CitizenStatus;

/** A petition's status as programs read it; what is not known is left out. */
@JsonInclude(Include.NON_NULL)
record StatusJson(
        String code,
        CitizenStatus status,
        String statusText,
        int step,
        Instant receivedAt,
        String content,
        String told,
        PetitionStatus.Agency agency,
        Instant dueAt,
        Instant originalDueAt,
        List<String> dueExplained,
        ReplyJson reply,
        String question,
        Instant questionUntil,
        boolean mayRate,
        Integer rating,
        List<PetitionStatus.Entry> history) {

    /** @param ending fixed, planned, handed-over, impossible or answered; left out where the answer does not say */
    @JsonInclude(Include.NON_NULL)
    record ReplyJson(
            String text, Instant at, String ending, String endingText, LocalDate plannedUntil, String letterNumber) {

        static ReplyJson of(PetitionStatus.Reply reply) {
            return new ReplyJson(
                    reply.text(),
                    reply.at(),
                    reply.ending(),
                    reply.endingText(),
                    reply.plannedUntil(),
                    reply.letterNumber());
        }
    }

    static StatusJson of(PetitionStatus petition) {
        return new StatusJson(
                petition.code(),
                petition.status(),
                petition.statusText(),
                petition.status().step(),
                petition.receivedAt(),
                petition.content(),
                petition.told().orElse(null),
                petition.agency().orElse(null),
                petition.dueAt().orElse(null),
                petition.originalDueAt().orElse(null),
                petition.dueExplained().isEmpty() ? null : petition.dueExplained(),
                petition.reply().map(ReplyJson::of).orElse(null),
                petition.question().orElse(null),
                petition.questionUntil().orElse(null),
                petition.mayRate(),
                petition.rating().orElse(null),
                petition.history());
    }
}
