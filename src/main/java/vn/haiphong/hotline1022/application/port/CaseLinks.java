package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links by which somebody sees the cases of an address; confidential ones are as good as unknown here. */
public interface CaseLinks {

    /** @param email in small letters */
    Optional<String> newestCaseOf(String email);

    /** Newest first. */
    List<OwnCase> casesOf(String email);

    /** Nobody else counts or keeps links of this address until this transaction ends. */
    int keptSince(String email, Instant since);

    /** @param mark of what is in the link; the link itself is not kept */
    void keep(String mark, String email, Instant at);

    Optional<String> emailOf(String mark, Instant sentSince);

    void forgetBefore(Instant at);

    record OwnCase(
            String code,
            String trackingKey,
            vn.haiphong.hotline1022.domain.petition.PetitionState state,
            String field,
            Instant receivedAt,
            Instant dueAt) {}
}
