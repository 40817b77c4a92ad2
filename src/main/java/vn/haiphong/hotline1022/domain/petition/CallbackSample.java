package vn.haiphong.hotline1022.domain.petition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which closed cases are called back: as random as a digest of the code, and therefore the same however often it is asked. Nobody
 * chooses his own cases.
 */
public final class CallbackSample {

    private static final double ALL = Math.pow(2, 53);

    private CallbackSample() {}

    /** @param share between 0, none, and 1, all */
    public static boolean chooses(String code, int round, double share) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(("callback|" + code + "|" + round).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) / ALL < share;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
