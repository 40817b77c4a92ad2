package vn.haiphong.hotline1022.process.engine;

import java.util.function.Supplier;

/**
 * The only door by which a table of the house changes: what was drafted, checked, approved by somebody else and has come to
 * its moment. Neither the REST interface nor a webapp nor an administrator of the system gets a table in, or one out, beside it.
 */
public final class TableDoor {

    /** What the house has deployed itself. */
    public static final String SOURCE = "hotline1022";

    private static final ThreadLocal<Boolean> OPEN = new ThreadLocal<>();

    private TableDoor() {}

    static <T> T open(Supplier<T> deployment) {
        OPEN.set(true);
        try {
            return deployment.get();
        } finally {
            OPEN.remove();
        }
    }

    public static boolean isOpen() {
        return Boolean.TRUE.equals(OPEN.get());
    }
}
