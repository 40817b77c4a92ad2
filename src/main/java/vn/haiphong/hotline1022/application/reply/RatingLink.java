package vn.haiphong.hotline1022.application.reply;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Petitions;
import vn.haiphong.hotline1022.domain.petition.Petition;
import vn.haiphong.hotline1022.domain.petition.PetitionCode;

/**
 * The way from a letter to the rating of that one answer, and to nothing else (Giả định A-13): signed with the key of the petition,
 * which only its letters know, and so without a secret of the house.
 */
@Component
public class RatingLink {

    private static final int LONGEST_SIGN = 32; // 128 bits in hexadecimal digits

    private final Petitions petitions;
    private final String portal;

    RatingLink(Petitions petitions, @Value("${hotline.portal-url}") String portal) {
        this.petitions = petitions;
        this.portal = portal;
    }

    /** Where the answer given now is rated; a grade is added by the letter. */
    String of(Petition petition) {
        return portal + "/rate/" + petition.code() + "?sign=" + signOf(petition) + "&grade=";
    }

    /** The petition whose present answer that sign may rate. */
    public Optional<Petition> opens(String code, String sign) {
        return PetitionCode.parse(code)
                .flatMap(parsed -> petitions.find(parsed.value()))
                .filter(petition -> MessageDigest.isEqual(bytes(signOf(petition)), bytes(sign)));
    }

    private String signOf(Petition petition) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(petitions.trackingKeyOf(petition.code())), "HmacSHA256"));
            var answered =
                    petitions.parentOf(petition.code()).map(petitions::get).orElse(petition);
            var sign = mac.doFinal(bytes("rate|" + petition.code() + "|" + answered.reopened()));
            return HexFormat.of().formatHex(sign).substring(0, LONGEST_SIGN);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
