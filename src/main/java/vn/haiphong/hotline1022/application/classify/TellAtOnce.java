package vn.haiphong.hotline1022.application.classify;

import org.springframework.stereotype.Service;
import vn.haiphong.hotline1022.application.port.Petitions;

/**
 * What cannot wait for an operator: whom to call while somebody is in danger, and that a tip without contact gets no answer
 * (Giả định A-07). The citizen reads it in the receipt and on the portal.
 */
@Service
public class TellAtOnce {

    private final Petitions petitions;

    TellAtOnce(Petitions petitions) {
        this.petitions = petitions;
    }

    /** @param words of the row that fired; empty if it has nothing to say. */
    public void senderOf(String code, String words) {
        petitions.told(code, words.isBlank() ? null : words);
    }
}
