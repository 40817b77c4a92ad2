package vn.haiphong.hotline1022.domain;

/**
 * The regulation says no: the person asked for something it does not allow, or left out what it demands. The message is
 * Vietnamese, meant for that person, and says what to do. Nothing has been changed.
 */
public class BusinessRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field name of the input the refusal is about, as in forms and interfaces; empty if about the whole
     * @param message what is wrong and what to do, in Vietnamese
     */
    public BusinessRefusal(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
