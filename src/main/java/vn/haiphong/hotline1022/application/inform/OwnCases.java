package vn.haiphong.hotline1022.application.inform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.CaseLinks;
import vn.haiphong.hotline1022.application.port.CaseLinks.OwnCase;

/**
 * The cases somebody sent with one address, by a link that goes to that address alone and opens for half an hour. What is in a
 * link is 256 random bits; the register keeps its mark, so whoever reads the register cannot open it.
 */
@Service
public class OwnCases {

    public static final Duration OPENS_FOR = Duration.ofMinutes(30);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 3;

    private final CaseLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnCases(CaseLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** @param code the newest case of the address */
    public record NewLink(String token, String email, String code) {}

    /** A link to be sent to an address; empty if nobody wrote from it, or it got three within the hour. */
    @Transactional
    public Optional<NewLink> linkFor(String given) {
        var email = given.strip().toLowerCase(Locale.ROOT);
        var now = clock.instant();
        var newest = links.newestCaseOf(email);
        if (newest.isEmpty() || links.keptSince(email, now.minus(HOUR)) >= MOST_AN_HOUR) {
            return Optional.empty();
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        links.keep(markOf(token), email, now);
        links.forgetBefore(now.minus(HOUR));
        return Optional.of(new NewLink(token, email, newest.get()));
    }

    /** Empty if the link is none of ours or too old. */
    public Optional<List<OwnCase>> by(String token) {
        return links.emailOf(markOf(token), clock.instant().minus(OPENS_FOR)).map(links::casesOf);
    }

    private static String markOf(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
