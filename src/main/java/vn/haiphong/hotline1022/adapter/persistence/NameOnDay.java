package vn.haiphong.hotline1022.adapter.persistence;

/**
 * Agencies and areas change their names, and a code may mean something else later. A name shown is the one of the day: of the
 * day a matter ended, of today while it goes on; of an area, which is a place, the day on which the petition came in.
 */
final class NameOnDay {

    private NameOnDay() {}

    /** @param at the moment, as SQL; {@code :now} is the clock of the house */
    static String ofAgency(String code, String at, String alias) {
        return join("agency", code, at, alias);
    }

    static String ofArea(String code, String at, String alias) {
        return join("area", code, at, alias);
    }

    /** Where nothing is known of that day, the nearest day of which something is. */
    private static String join(String table, String code, String at, String alias) {
        var day = "(" + at + " at time zone 'Asia/Ho_Chi_Minh')::date";
        return """
                 left join lateral (select name from %s as dated where dated.code = %s
                                     order by valid_from > %s, abs(valid_from - %s) limit 1) %s on true
                """.formatted(table, code, day, day, alias);
    }
}
