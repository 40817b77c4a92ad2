package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links by which somebody sees the cases of an address or a telephone; confidential ones are as good as unknown here. */
public interface CaseLinks {

    /** @param contact an address in small letters, or a telephone number (E.164) */
    Optional<String> newestCaseOf(String contact);

    /** Newest first. */
    List<OwnCase> casesOf(String contact);

    /** Nobody else counts or keeps links of this one until this transaction ends. */
    int keptSince(String contact, Instant since);

    /** @param mark of what is in the link; the link itself is not kept */
    void keep(String mark, String contact, Instant at);

    Optional<String> contactOf(String mark, Instant sentSince);

    void forgetBefore(Instant at);

    record OwnCase(
            String code,
            String trackingKey,
            vn.haiphong.hotline1022.domain.petition.PetitionState state,
            String field,
            Instant receivedAt,
            Instant dueAt) {}
}
