package vn.haiphong.hotline1022.application.classify;

import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Petitions;

/**
 * What cannot wait for an operator: whom to call while somebody is in danger, and that a tip without contact gets no answer
 * (Giả định A-07). The citizen reads it in the receipt and on the portal.
 */
@Service
public class TellAtOnce {

    /** Tables from before said this at a moment when nobody had seen it. */
    private static final String NOT_YET_TRUE = "Tổng đài 1022 đã ghi nhận và ưu tiên chuyển đến lực lượng chức năng.";

    private final Petitions petitions;

    TellAtOnce(Petitions petitions) {
        this.petitions = petitions;
    }

    /** What looks like a denunciation or a secret is closed to whoever knows the sender's telephone, before anybody has read it. */
    public void telephonesOpen(String code, boolean opens) {
        petitions.opensByPhone(code, opens);
    }

    /** @param words of the row that fired; empty if it has nothing to say. */
    public void senderOf(String code, String words) {
        var said = onlyWhatIsTrue(words);
        petitions.told(code, said.isBlank() ? null : said);
    }

    static String onlyWhatIsTrue(String words) {
        return words.replace(NOT_YET_TRUE, "").strip();
    }
}
