package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages to citizens and staff: one row and one key for each, so that none is lost and none goes twice. */
public interface Notices {

    /** Keeps the message unless its key is known already. */
    void keep(Notice notice);

    /** As {@link #keep}, committed at once: for a message that is about to be handed over. */
    void keepAtOnce(Notice notice);

    Notice get(String key);

    Optional<Notice> find(String key);

    /** The message that went out under this Message-ID. */
    Optional<Notice> withMessageId(String messageId);

    /** @param batch the report they belong to */
    List<Notice> unsent(String batch);

    /** Claims it for this attempt, in its own transaction: from here until {@link #sent} its fate is uncertain. */
    void sending(String key, Instant at);

    void sent(String key, Instant at);

    /** Certainly not taken by the mail server: may be tried again. */
    void notSent(String key, String error);

    /** Refused for good, e.g. an address that does not exist. */
    void rejected(String key, String error);

    void uncertain(String key, String error);

    /** It has arrived, as we hear. */
    void delivered(String key);

    /** It was taken and has not arrived, as we hear. @return false if that was known */
    boolean failed(String key, String error);

    enum State {
        pending,
        sending,
        sent,
        uncertain,
        rejected,
        delivered,
        failed,
        /** Never sent: while it waited, something newer was said. */
        overtaken
    }

    enum Channel {
        mail,
        sms
    }

    /**
     * @param letterId the letter of reply that goes along; null if none does
     * @param said what a citizen is told, without the letter around it; null to staff
     */
    record Notice(
            String key,
            String petitionCode,
            String kind,
            String recipient,
            String recipientName,
            String subject,
            String text,
            String html,
            State state,
            String messageId,
            Instant createdAt,
            String batch,
            Channel channel,
            String letterId,
            String said) {

        /** A letter without enclosure. */
        public Notice(
                String key,
                String petitionCode,
                String kind,
                String recipient,
                String recipientName,
                String subject,
                String text,
                String html,
                State state,
                String messageId,
                Instant createdAt,
                String batch) {
            this(
                    key,
                    petitionCode,
                    kind,
                    recipient,
                    recipientName,
                    subject,
                    text,
                    html,
                    state,
                    messageId,
                    createdAt,
                    batch,
                    Channel.mail,
                    null,
                    null);
        }
    }
}
