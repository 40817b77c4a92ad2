package vn.haiphong.hotline1022.adapter.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What {@link PetitionApi} takes, for the description of the interface; it reads the body itself, more strictly. */
record PetitionJson(
        @Schema(allowableValues = {"portal", "voice", "email", "sms", "zalo", "app", "facebook", "open311"})
        String channel,

        @Schema(minLength = 20, maxLength = 2000, requiredMode = Schema.RequiredMode.REQUIRED)
        String content,

        @Schema(nullable = true) Petitioner petitioner,
        @Schema(nullable = true) Place place,

        @Schema(description = "name of the area, in place of place.areaCode", nullable = true)
        String area,

        Instant occurredAt,
        @Schema(defaultValue = "false") boolean consentToPublish) {

    record Petitioner(
            String name, @Schema(example = "0912345678") String phone, String email) {}

    record Place(String address, @Schema(example = "11296") String areaCode, Double lat, Double lon) {}
}
