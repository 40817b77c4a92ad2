package vn.haiphong.hotline1022.application.port;

import vn.haiphong.hotline1022.application.port.Notices.Notice;

/** Takes an SMS to a telephone; a house without a gateway has none. */
public interface SmsSender {

    /** Whether this number is one that reads: a mobile telephone. */
    boolean reaches(String phone);

    /**
     * @param beforeHandingOver called when the connection stands and the first part is about to be handed over
     * @throws ReplySender.NotSent certainly not taken, or not all of it: what is missing may be tried again later
     * @throws ReplySender.Rejected refused for good
     * @throws ReplySender.Uncertain nobody can say whether it was taken
     */
    void send(Notice notice, Runnable beforeHandingOver);
}
