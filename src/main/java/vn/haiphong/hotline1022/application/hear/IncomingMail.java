package vn.haiphong.hotline1022.application.hear;

import java.util.List;
import vn.haiphong.hotline1022.application.port.CheckedFile;

/**
 * A letter as it was read.
 *
 * @param place mailbox and number in it
 * @param digest the same for the same letter in another place
 * @param sender its address, empty if it has none
 * @param references the Message-IDs it answers, nearest first
 * @param text what the sender wrote himself, without what he quotes
 * @param files what came along and may stay
 * @param refused what came along and may not, in words
 * @param automatic written by a program: nobody waits for an answer
 * @param original the whole as it came
 */
public record IncomingMail(
        String place,
        String digest,
        String sender,
        String senderName,
        String subject,
        List<String> references,
        String text,
        List<CheckedFile> files,
        List<String> refused,
        boolean automatic,
        byte[] original) {}
