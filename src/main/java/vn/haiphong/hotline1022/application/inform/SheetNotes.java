package vn.haiphong.hotline1022.application.inform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What stands above the table of an export. */
public final class SheetNotes {

    public static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(OFFICE);
    public static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(OFFICE);

    private SheetNotes() {}

    static List<String> of(Instant at, Map<String, String> definitions) {
        var notes = new ArrayList<String>();
        notes.add("Số liệu lúc " + WHEN.format(at));
        notes.addAll(definitions.values());
        return notes;
    }

    /** A row; unlike {@link List#of}, with empty cells. */
    public static List<?> cells(Object... cells) {
        return Arrays.asList(cells);
    }

    /** Hours with one decimal, as a sheet can add them up. */
    static Double hours(Long seconds) {
        return seconds == null ? null : Math.round(seconds / 360.0) / 10.0;
    }
}
