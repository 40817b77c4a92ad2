package vn.haiphong.hotline1022.adapter.portal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.haiphong.hotline1022.application.port.NewPetition;

/**
 * What a citizen typed, kept as it is so that nothing has to be typed twice.
 *
 * @param token made with the empty form: pressing "send" twice, or reloading, sends once
 */
record PetitionForm(
        String content,
        String address,
        String area,
        String lat,
        String lon,
        String joins,
        String name,
        String phone,
        String email,
        String tellBy,
        String occurredAt,
        String consentToProcess,
        String consentToPublish,
        String token) {

    /** Of the words beside the two boxes (send.html); whoever changes them counts on. */
    static final String WORDING = NewPetition.Agreement.OF_PORTAL;

    private static final Set<String> FIELDS = Set.of(
            "content",
            "address",
            "area",
            "occurredAt",
            "files",
            "name",
            "phone",
            "email",
            "tellBy",
            "consentToProcess");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static PetitionForm empty() {
        return new PetitionForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, newToken());
    }

    PetitionForm withNewToken() {
        return new PetitionForm(
                content,
                address,
                area,
                lat,
                lon,
                joins,
                name,
                phone,
                email,
                tellBy,
                occurredAt,
                consentToProcess,
                consentToPublish,
                newToken());
    }

    public boolean hasToken() {
        return token != null && TOKEN.matcher(token).matches();
    }

    /** The open case chosen as the same matter; what is no name of a case is no choice. */
    Optional<UUID> joined() {
        return joins != null && TOKEN.matcher(joins).matches() ? Optional.of(UUID.fromString(joins)) : Optional.empty();
    }

    public boolean hasPosition() {
        return lat != null && !lat.isBlank() && lon != null && !lon.isBlank();
    }

    /** Silence is not consent, and neither is an odd value. */
    public boolean mayBeProcessed() {
        return "yes".equals(consentToProcess);
    }

    public boolean mayBePublished() {
        return "yes".equals(consentToPublish);
    }

    /** Whether a fault can be linked to a field on the page. */
    public boolean hasField(String id) {
        return FIELDS.contains(id);
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }
}
