package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.Optional;

/** The letters of reply as issued: one for each answer an agency's leader has approved. */
public interface ReplyLetters {

    /** Who approved the present answer for the agency; empty if it did not need anybody. */
    Optional<String> approverOf(String petitionCode);

    /** Under whose name and title that person signs, where an administrator has said so. */
    Optional<Signer> signer(String user);

    /** The next of that year. Whoever asks next waits until this transaction ends, so that no number is left out. */
    int nextNumber(int year);

    /** @return false if the answer has one already */
    boolean add(Letter letter);

    Optional<Letter> find(String id);

    /** The letter of the answer that is in force now. */
    Optional<Letter> ofAnswer(String petitionCode);

    /** The letter of an answer that was given before the case was opened again. */
    Optional<Letter> ofEarlierAnswer(String petitionCode, int round);

    /** The file as it was made; nobody else makes it until this transaction ends. */
    Optional<byte[]> fileToKeep(String id);

    void keep(String id, byte[] pdf, String sha256);

    record Signer(String title, String name) {}

    /**
     * @param id random, in the address at which it is checked
     * @param number as it stands in the letter, e.g. 12/CSHP-TĐ1022
     * @param authority whom the agency belongs to; null: nobody is named above it
     * @param subject without personal data: strangers may read it
     * @param text what it says, a paragraph a line
     */
    record Letter(
            String id,
            String petitionCode,
            int year,
            int sequence,
            String number,
            Instant issuedAt,
            String authority,
            String agency,
            String signerTitle,
            String signerName,
            String subject,
            String addressee,
            String text) {}
}
