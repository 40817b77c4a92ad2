package vn.haiphong.hotline1022.application.rehearse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Limits and ladders on one line, for a list; written as in the tables. */
final class Limits {

    private static final List<String> COLUMNS =
            List.of("forward", "accept", "handle", "makeSafe", "check", "settle", "extension", "warnShare", "evidence");

    private Limits() {}

    static String inShort(Map<String, Object> limits) {
        return COLUMNS.stream()
                .filter(column -> limits.get(column) != null && !"".equals(limits.get(column)))
                .map(column -> column + "=" + limits.get(column))
                .collect(Collectors.joining("; "));
    }

    static String ladder(List<Map<String, Object>> rungs) {
        return rungs.stream()
                .map(rung -> rung.get("level") + "=" + rung.get("after") + " " + rung.get("told"))
                .collect(Collectors.joining("; "));
    }
}
