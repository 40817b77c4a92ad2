package vn.haiphong.hotline1022.application.inform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.ReplyLetters;
import vn.haiphong.hotline1022.application.port.ReplyLetters.Letter;
import vn.haiphong.hotline1022.application.port.ReplyPapers;
import vn.haiphong.hotline1022.application.port.ReplyPapers.Paper;

/**
 * A letter of reply as a file, for whoever may read the answer; and for anybody who holds a copy, whether it is genuine
 * (Giả định A-53, ADR 0021).
 */
@Service
public class ReadLetter {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");
    /** A mailbox that takes five megabytes is the smallest there is. */
    private static final int LARGEST_SENT = 5 << 20;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final ReplyLetters letters;
    private final ReplyPapers papers;
    private final String portal;

    ReadLetter(ReplyLetters letters, ReplyPapers papers, @Value("${hotline.portal-url}") String portal) {
        this.letters = letters;
        this.papers = papers;
        this.portal = portal;
    }

    /** @param name of ASCII letters */
    public record File(String name, byte[] pdf) {}

    /** What a stranger with the letter's address may know: nothing of the citizen, nothing of the text. */
    public record Shown(String id, String number, LocalDate date, String agency, String signer, String subject) {}

    /** Who asks has shown before that he may read the answer. */
    @Transactional
    public Optional<File> ofAnswer(String petitionCode) {
        return letters.ofAnswer(petitionCode).map(letter -> new File(name(letter), file(letter)));
    }

    /** The same of an answer given before the case was opened again. */
    @Transactional
    public Optional<File> ofEarlierAnswer(String petitionCode, int round) {
        return letters.ofEarlierAnswer(petitionCode, round).map(letter -> new File(name(letter), file(letter)));
    }

    /**
     * To go along with a message. Committed by itself before anything is sent: were it forgotten by a rollback, what lies in
     * somebody's mailbox would not be what is kept here. Empty if no mailbox would take it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<File> toSend(String id) {
        return letters.find(id)
                .map(letter -> new File(name(letter), file(letter)))
                .filter(file -> file.pdf().length <= LARGEST_SENT);
    }

    private static String name(Letter letter) {
        var number = Normalizer.normalize(letter.number().replace('Đ', 'D').replace('đ', 'd'), Normalizer.Form.NFD);
        return "1022-%s-%s.pdf".formatted(letter.petitionCode(), number.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    public Optional<Shown> shown(String id) {
        return found(id)
                .map(letter -> new Shown(
                        letter.id(),
                        letter.number(),
                        day(letter),
                        letter.agency(),
                        letter.signerName(),
                        letter.subject()));
    }

    /** @param sha256 of the copy somebody holds, in hexadecimal digits; blanks in between do not count */
    @Transactional
    public boolean isGenuine(String id, String sha256) {
        var given = sha256.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return SHA_256.matcher(given).matches()
                && found(id)
                        .filter(letter -> sha256(file(letter)).equals(given))
                        .isPresent();
    }

    public static boolean isSha256(String given) {
        return SHA_256.matcher(given.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .matches();
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The letter an answer would have; with no number, no name and no address, marked as what it is. */
    public byte[] draft(Letter letter) {
        return papers.pdf(paper(letter, true));
    }

    private Optional<Letter> found(String id) {
        var typed = id.replace("-", "").toUpperCase(Locale.ROOT);
        return ID.matcher(typed).matches() ? letters.find(typed) : Optional.empty();
    }

    /** Made once, kept byte for byte: a later version of the house would make another file of the same words. */
    private byte[] file(Letter letter) {
        return letters.fileToKeep(letter.id()).orElseGet(() -> {
            var pdf = papers.pdf(paper(letter, false));
            letters.keep(letter.id(), pdf, sha256(pdf));
            return pdf;
        });
    }

    private Paper paper(Letter letter, boolean draft) {
        return new Paper(
                draft,
                letter.authority(),
                letter.agency(),
                letter.number(),
                letter.subject(),
                draft ? null : day(letter),
                letter.addressee(),
                List.of(letter.text().split("\\R")).stream()
                        .filter(line -> !line.isBlank())
                        .toList(),
                letter.signerTitle(),
                letter.signerName(),
                draft ? null : portal + "/verify/" + readable(letter.id()));
    }

    private static LocalDate day(Letter letter) {
        return letter.issuedAt().atZone(OFFICE).toLocalDate();
    }

    /** In groups of four, as one reads it aloud. */
    static String readable(String id) {
        return String.join("-", id.split("(?<=\\G.{4})"));
    }
}
