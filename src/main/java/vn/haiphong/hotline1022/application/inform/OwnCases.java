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
 * The cases somebody sent with one address or telephone, by a link that goes there alone and opens for half an hour. What is in a
 * link is 256 random bits; the register keeps its mark, so whoever reads the register cannot open it.
 */
@Service
public class OwnCases {

    public static final Duration OPENS_FOR = Duration.ofMinutes(30);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_AN_HOUR = 3;
    /** Each SMS costs, and rings. */
    private static final int MOST_A_DAY = 6;

    private final CaseLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnCases(CaseLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /**
     * @param contact where it goes
     * @param code the newest case of it
     */
    public record NewLink(String token, String contact, String code) {}

    /**
     * A link to be sent; empty if nobody wrote from there, or it got three within the hour or six within the day.
     *
     * @param given an address, or a telephone number in the one way to write it
     */
    @Transactional
    public Optional<NewLink> linkFor(String given) {
        var contact = given.strip().toLowerCase(Locale.ROOT);
        var now = clock.instant();
        var newest = links.newestCaseOf(contact);
        if (newest.isEmpty()
                || links.keptSince(contact, now.minus(HOUR)) >= MOST_AN_HOUR
                || links.keptSince(contact, now.minus(DAY)) >= MOST_A_DAY) {
            return Optional.empty();
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        links.keep(markOf(token), contact, now);
        links.forgetBefore(now.minus(DAY));
        return Optional.of(new NewLink(token, contact, newest.get()));
    }

    /** Empty if the link is none of ours or too old. */
    public Optional<List<OwnCase>> by(String token) {
        return links.contactOf(markOf(token), clock.instant().minus(OPENS_FOR)).map(links::casesOf);
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
