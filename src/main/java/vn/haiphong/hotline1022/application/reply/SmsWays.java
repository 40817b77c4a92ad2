package vn.haiphong.hotline1022.application.reply;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Letters;
import vn.haiphong.hotline1022.application.port.NewPetition.Petitioner;
import vn.haiphong.hotline1022.application.port.SmsBooks;
import vn.haiphong.hotline1022.application.port.SmsSender;
import vn.haiphong.hotline1022.domain.message.SmsText;

/**
 * Whom an SMS reaches, and in which words: without marks unless the house wants them, since these cost twice and three times
 * as many (Giả định A-56).
 */
@Component
class SmsWays {

    private static final int STEP = 10;

    private final Optional<SmsSender> sender;
    private final SmsBooks books;
    private final Letters letters;
    private final boolean accented;
    private final int most;
    /** To a name of letters nobody can write back. */
    private final boolean answerable;

    SmsWays(
            Optional<SmsSender> sender,
            SmsBooks books,
            Letters letters,
            @Value("${hotline.sms.form:plain}") String form,
            @Value("${hotline.sms.segments:3}") int most,
            @Value("${hotline.sms.sender:}") String sendsAs) {
        this.sender = sender;
        this.books = books;
        this.letters = letters;
        this.accented = "accented".equals(form);
        this.most = most;
        this.answerable = !sendsAs.isEmpty() && sendsAs.chars().allMatch(Character::isDigit);
    }

    boolean isThere() {
        return sender.isPresent();
    }

    boolean leadTo(String phone) {
        return phone != null && sender.isPresent() && sender.get().reaches(phone) && !books.isStopped(phone);
    }

    String whyNot(Petitioner petitioner) {
        if (petitioner.phone() != null && sender.isPresent()) {
            return books.isStopped(petitioner.phone())
                    ? "Người phản ánh không có địa chỉ thư điện tử và đã từ chối nhận tin nhắn."
                    : "Người phản ánh không có địa chỉ thư điện tử; số điện thoại không nhận được tin nhắn.";
        }
        return "Người phản ánh không có địa chỉ thư điện tử.";
    }

    /** @param cut whether the text did not fit */
    record Message(SmsText words, boolean cut) {}

    /** As much of the text as fits; what is confidential is not shown on a telephone lying on a table. */
    Message message(String letter, Map<String, Object> facts, boolean confidential) {
        var text = confidential ? "" : facts.get("text").toString().strip().replaceAll("\\s+", " ");
        var known = new HashMap<>(facts);
        known.put("answerable", answerable);
        var length = Math.min(text.length(), most * (accented ? 67 : 153));
        while (true) {
            known.put("excerpt", length == text.length() ? text : cut(text, length));
            var message = inForm(letters.brief(letter, known));
            if (length == 0 || message.segments() <= most) {
                return new Message(message, length < text.length());
            }
            length = Math.max(0, length - STEP);
        }
    }

    private SmsText inForm(String words) {
        return accented ? SmsText.accented(words) : SmsText.plain(words);
    }

    /** Between two words. */
    private static String cut(String text, int length) {
        if (length == 0) {
            return "";
        }
        var space = text.lastIndexOf(' ', length);
        return text.substring(0, space > 0 ? space : length).strip() + "…";
    }
}
