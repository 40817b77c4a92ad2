package vn.haiphong.hotline1022.application.maintain;

/**
 * The house cannot start as it is set up. The message is one Vietnamese sentence for whoever starts it: what is wrong and
 * what to change. It never carries a password.
 */
public class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsRefused(String message) {
        super(message);
    }

    public SettingsRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
