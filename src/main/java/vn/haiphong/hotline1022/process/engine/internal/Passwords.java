package vn.haiphong.hotline1022.process.engine.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/**
 * Passwords as PBKDF2 with HMAC-SHA-256 (ADR 0010). A hash names its own number of rounds, so that more can be asked of
 * new passwords at any time. What has been proven is remembered for a minute: a program sends its password with each
 * request. The engine looks up the account, and whether it is locked, before it asks here, and hands over the hash as it
 * stands; what is remembered holds for that very hash only.
 */
class Passwords implements PasswordEncryptor {

    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST_REMEMBERED = 2000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int rounds;
    private final LongSupplier nanos;
    private final SecretKeySpec keyOfThisProcess = new SecretKeySpec(random(HASH_BYTES), "HmacSHA256");
    private final Map<String, Long> proven = new ConcurrentHashMap<>();

    Passwords(int rounds) {
        this(rounds, System::nanoTime);
    }

    Passwords(int rounds, LongSupplier nanos) {
        this.rounds = rounds;
        this.nanos = nanos;
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA256";
    }

    @Override
    public String encrypt(String password) {
        var salt = random(SALT_BYTES);
        return rounds + "$" + encoded(salt) + "$" + encoded(hash(password, rounds, salt));
    }

    @Override
    public boolean check(String password, String encrypted) {
        var credentials = credentials(password, encrypted);
        var until = proven.get(credentials);
        if (until != null && nanos.getAsLong() - until < 0) {
            return true;
        }
        if (!matches(password, encrypted)) {
            return false;
        }
        remember(credentials);
        return true;
    }

    /** Apart from {@link #check}, so that a test can count how often it is computed. */
    boolean matches(String password, String encrypted) {
        var parts = encrypted.split("\\$");
        var decoder = Base64.getDecoder();
        return MessageDigest.isEqual(
                decoder.decode(parts[2]), hash(password, Integer.parseInt(parts[0]), decoder.decode(parts[1])));
    }

    private void remember(String credentials) {
        var now = nanos.getAsLong();
        if (proven.size() >= MOST_REMEMBERED) {
            proven.values().removeIf(until -> now - until >= 0);
        }
        if (proven.size() < MOST_REMEMBERED) {
            proven.put(credentials, now + REMEMBERED.toNanos());
        }
    }

    /** Nothing from which a password could be guessed outside of this process. */
    private String credentials(String password, String encrypted) {
        try {
            var mac = Mac.getInstance(keyOfThisProcess.getAlgorithm());
            mac.init(keyOfThisProcess);
            return encoded(mac.doFinal((encrypted + "\n" + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String password, int rounds, byte[] salt) {
        var key = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            key.clearPassword();
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
