package vn.haiphong.hotline1022.application.port;

import java.time.LocalDate;
import java.util.List;

/** A letter of reply on paper. */
public interface ReplyPapers {

    byte[] pdf(Paper paper);

    /**
     * @param authority whom the agency belongs to; null: nobody is named above it
     * @param number how it is registered, e.g. 12/CSHP-TĐ1022; without a number in a draft
     * @param date null in a draft
     * @param paragraphs what it says, in this order
     * @param signerName null in a draft
     * @param checkUrl where anybody may ask whether it is genuine; null in a draft
     */
    record Paper(
            boolean draft,
            String authority,
            String agency,
            String number,
            String subject,
            LocalDate date,
            String addressee,
            List<String> paragraphs,
            String signerTitle,
            String signerName,
            String checkUrl) {}
}
