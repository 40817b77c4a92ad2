package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be shown of cases to people who did not send them. An open case only once somebody has decided about its field:
 * until then nobody knows whether it has to stay confidential.
 */
public interface PublicCases {

    /** Open cases of that field and area that came in since then, newest first. */
    List<OpenCase> open(String field, String areaCode, Instant since);

    /** The case of that name, if it is still open and may be shown. */
    Optional<String> codeOfOpen(UUID id);

    /** @param content empty unless the sender agreed to publication; not yet masked */
    record OpenCase(UUID id, String areaName, Instant receivedAt, Optional<String> content) {}
}
