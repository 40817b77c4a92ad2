package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;

/**
 * What a citizen or organisation sends, as it came in; unchecked.
 *
 * @param channel portal, voice, email, sms, zalo, app, facebook, open311
 * @param area code of the area (General Statistics Office) or its name; null if not given
 * @param idempotencyKey the sender's own key: the same key gives the same petition; null if none
 * @param agreement what the sender agreed to; never null
 */
public record NewPetition(
        String channel,
        String content,
        Petitioner petitioner,
        String address,
        String area,
        Double lat,
        Double lon,
        Instant occurredAt,
        boolean consentToPublish,
        List<CheckedFile> files,
        String idempotencyKey,
        Agreement agreement) {

    public NewPetition(
            String channel,
            String content,
            Petitioner petitioner,
            String address,
            String area,
            Double lat,
            Double lon,
            Instant occurredAt,
            boolean consentToPublish,
            List<CheckedFile> files,
            String idempotencyKey) {
        this(
                channel,
                content,
                petitioner,
                address,
                area,
                lat,
                lon,
                occurredAt,
                consentToPublish,
                files,
                idempotencyKey,
                Agreement.UNSAID);
    }

    /**
     * How the sender agreed, and to what.
     *
     * @param toProcess whether to the processing of his data; that nothing was said is not consent
     * @param means checkbox, spoken, recorded-call, written, message, program; null: as usual on that channel
     * @param wording version of the words that were agreed to; null: not known
     */
    public record Agreement(boolean toProcess, String means, String wording) {

        static final Agreement UNSAID = new Agreement(false, null, null);

        /** Of the portal's form and of the question programs ask: what is to be published, pictures among it. */
        public static final String OF_PORTAL = "portal-2";

        public static final String OF_PROGRAMS = "open311-2";

        /** Whoever agreed to other words agreed to the publication of a text. */
        public static final List<String> NAMING_PICTURES = List.of(OF_PORTAL, OF_PROGRAMS);
    }

    public NewPetition saying(String content) {
        return new NewPetition(
                channel,
                content,
                petitioner,
                address,
                area,
                lat,
                lon,
                occurredAt,
                consentToPublish,
                files,
                idempotencyKey,
                agreement);
    }

    /**
     * Contact data; every part may be null (an anonymous tip has none).
     *
     * @param tellBy how to be told: email, sms, both, none; null if not chosen (Giả định A-55)
     */
    public record Petitioner(String name, String phone, String email, String tellBy) {

        public static final Petitioner ANONYMOUS = new Petitioner(null, null, null);

        public Petitioner(String name, String phone, String email) {
            this(name, phone, email, null);
        }

        public boolean isReachable() {
            return phone != null || email != null;
        }
    }
}
