package vn.haiphong.hotline1022.application.receive;

/** The sender's key was used before for another petition. */
public class IdempotencyConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
