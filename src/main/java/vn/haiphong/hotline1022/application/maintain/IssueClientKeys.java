package vn.haiphong.hotline1022.application.maintain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.ClientKeys;
import vn.haiphong.hotline1022.application.port.ClientKeys.ClientKey;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.petition.PetitionText;

/**
 * Administrators of the system give keys to programs that send by Open311, and take them back (Giả định A-61). A key is
 * shown once; kept is its SHA-256, which is enough where the key is long and random.
 */
@Service
public class IssueClientKeys {

    private static final int RANDOM_BYTES = 24;
    private static final int LONGEST = 200;
    private static final int MOST_PER_MINUTE = 100_000;

    private final ClientKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssueClientKeys(ClientKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param key to be handed to its owner; nobody can show it again */
    public record Issued(long id, String key) {}

    @Transactional
    public Issued to(String name, String contact, Integer perMinute, String administrator) {
        if (perMinute != null && (perMinute < 1 || perMinute > MOST_PER_MINUTE)) {
            throw new BusinessRefusal("perMinute", "Số lượt mỗi phút từ 1 đến " + MOST_PER_MINUTE + ".");
        }
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = keys.add(
                hash(key),
                text("name", name, "Cần tên ứng dụng"),
                text("contact", contact, "Cần người chịu trách nhiệm và cách liên hệ"),
                perMinute,
                administrator,
                clock.instant());
        return new Issued(id, key);
    }

    /** A key everybody knows, where there is nothing to protect; once. */
    @Transactional
    public void known(String key, String name) {
        if (keys.valid(hash(key)).isEmpty()) {
            keys.add(hash(key), name, name, null, "system", clock.instant());
        }
    }

    public List<ClientKey> all() {
        return keys.all();
    }

    /** @return false if there is no such key that is still valid */
    @Transactional
    public boolean revoke(long id, String administrator) {
        return keys.revoke(id, administrator, clock.instant());
    }

    /** Whose key it is. */
    public Optional<ClientKey> holderOf(String key) {
        return key == null || key.isBlank() || key.length() > LONGEST
                ? Optional.empty()
                : keys.valid(hash(key.strip()));
    }

    private static String text(String field, String given, String missing) {
        if (given == null || given.isBlank()) {
            throw new BusinessRefusal(field, missing + ".");
        }
        if (given.strip().length() > LONGEST || !PetitionText.isReadable(given)) {
            throw new BusinessRefusal(field, "Tối đa " + LONGEST + " ký tự, không có ký tự lạ.");
        }
        return given.strip();
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
