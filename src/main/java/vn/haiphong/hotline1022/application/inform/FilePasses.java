package vn.haiphong.hotline1022.application.inform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What stands in the address of a picture on the tracking page instead of the key: good for one file and an hour. It is signed
 * with the tracking key itself, so there is no other secret to keep, and no key in logs and histories.
 */
@Component
class FilePasses {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final Clock clock;

    FilePasses(Clock clock) {
        this.clock = clock;
    }

    String pass(String trackingKey, String code, long id) {
        var until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        return until + "." + signature(trackingKey, code, id, until);
    }

    boolean opens(String pass, String trackingKey, String code, long id) {
        var dot = pass.indexOf('.');
        if (dot < 1 || dot > 12 || !pass.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        var until = Long.parseLong(pass.substring(0, dot));
        return clock.instant().isBefore(Instant.ofEpochSecond(until))
                && MessageDigest.isEqual(
                        signature(trackingKey, code, id, until).getBytes(StandardCharsets.UTF_8),
                        pass.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String trackingKey, String code, long id, long until) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(trackingKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((code + "|" + id + "|" + until).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
