package vn.haiphong.hotline1022.adapter.settings;

import java.util.regex.Pattern;

/** Where a database is, in words that may be shown: never user or password, which may hide anywhere in a JDBC address. */
final class DatabaseAddress {

    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql:(?://(?:[^/@?]*@)?(?<hosts>[^/@?]*)/)?(?<name>[^/@?]*)(?:\\?.*)?");

    private DatabaseAddress() {}

    static String of(String jdbcUrl) {
        var parts = JDBC.matcher(jdbcUrl == null ? "" : jdbcUrl);
        if (!parts.matches()) {
            return "đã khai báo";
        }
        var hosts = parts.group("hosts") == null || parts.group("hosts").isEmpty() ? "localhost" : parts.group("hosts");
        return "“" + parts.group("name") + "” tại " + hosts;
    }
}
