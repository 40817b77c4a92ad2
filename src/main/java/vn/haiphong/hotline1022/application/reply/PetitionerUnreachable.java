package vn.haiphong.hotline1022.application.reply;

/** No written channel is left, or nobody can say whether the letter arrived: somebody has to call. */
public class PetitionerUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PetitionerUnreachable(String message) {
        super(message);
    }
}
