package vn.haiphong.hotline1022.adapter.open311;

import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.ListServices;
import vn.haiphong.hotline1022.application.maintain.IssueClientKeys;
import vn.haiphong.hotline1022.application.port.ClientKeys.ClientKey;
import vn.haiphong.hotline1022.application.port.Jurisdictions.Jurisdiction;
import vn.haiphong.hotline1022.application.port.RateLimits;

/** Who calls and which city is meant. */
@Component
class Caller {

    private final IssueClientKeys keys;
    private final ListServices services;
    private final RateLimits limits;
    private final int perKey;

    Caller(
            IssueClientKeys keys,
            ListServices services,
            RateLimits limits,
            @Value("${hotline.open311.per-key}") int perKey) {
        this.keys = keys;
        this.services = services;
        this.limits = limits;
        this.perKey = perKey;
    }

    /** @throws Open311Problem if it is named and unknown */
    Jurisdiction city(Params params) {
        var id = params.text("jurisdiction_id");
        return services.jurisdiction(id)
                .orElseThrow(() -> id == null
                        ? new Open311Problem(400, "jurisdiction_id: cần nêu.", "jurisdiction_id was not provided.")
                        : new Open311Problem(
                                404, "jurisdiction_id: không có.", "jurisdiction_id provided was not found."));
    }

    /** Empty if no key is given; a wrong one is never taken for none. */
    Optional<ClientKey> known(Params params) {
        var key = params.text("api_key");
        return key == null ? Optional.empty() : Optional.of(keys.holderOf(key).orElseThrow(Caller::refused));
    }

    /** Who may write, as often as agreed. */
    ClientKey writing(Params params) {
        var key = known(params).orElseThrow(Caller::refused);
        limits.knock("open311 key " + key.id(), key.perMinute().orElse(perKey)).ifPresent(wait -> {
            throw new TooOften(wait);
        });
        return key;
    }

    private static Open311Problem refused() {
        return new Open311Problem(403, "api_key: thiếu hoặc không đúng.", "Missing or invalid api_key.");
    }

    static class TooOften extends Open311Problem {

        private static final long serialVersionUID = 1L;

        final long seconds;

        TooOften(Duration wait) {
            super(
                    429,
                    "Quá nhiều yêu cầu; vui lòng chờ hết thời gian ở tiêu đề Retry-After.",
                    "Too many requests; please wait as long as Retry-After says.");
            this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }
}
