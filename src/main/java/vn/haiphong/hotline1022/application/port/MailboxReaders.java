package vn.haiphong.hotline1022.application.port;

import java.time.Duration;
import java.util.OptionalLong;

/** One node at a time reads a mailbox; one that is gone gives way when its time is over. */
public interface MailboxReaders {

    /** @return false if another node is at it */
    boolean claim(String mailbox, String holder, Duration time);

    /** From which number on letters are to be taken; empty if this mailbox is seen for the first time. */
    OptionalLong from(String mailbox, long uidValidity);

    void doneBefore(String mailbox, long uidValidity, long uid);
}
