package vn.haiphong.hotline1022.application.maintain;

import java.util.regex.Pattern;

/**
 * The map server of the city, if it has one: an address with places for zoom, column and row.
 *
 * @param origin what browsers are allowed to fetch pictures from; empty if there is none
 */
public record MapTiles(String origin) {

    // Goes into a header: nothing in it may end the directive. Other places ({s}) would mean other hosts.
    private static final Pattern TEMPLATE = Pattern.compile("(https?://[A-Za-z0-9.-]+(?::\\d{1,5})?)/[^\\s\"'<>;,]*");
    private static final Pattern PLACES = Pattern.compile("[^{}]*(?:\\{[zxyr]}[^{}]*)*");

    /** Says in one sentence what is wrong with an address that cannot work. */
    public static MapTiles of(String template) {
        var given = template.strip();
        if (given.isEmpty()) {
            return new MapTiles("");
        }
        var address = TEMPLATE.matcher(given);
        if (!address.matches()
                || !PLACES.matcher(given).matches()
                || !given.contains("{z}")
                || !given.contains("{x}")
                || !given.contains("{y}")) {
            throw new SettingsRefused(
                    "hotline.portal.map.tiles phải là địa chỉ của một máy chủ bản đồ, có đủ {z}, {x}, {y}, dạng"
                            + " https://máy-chủ/{z}/{x}/{y}.png; bỏ khai báo đó thì bản đồ chỉ có bờ biển và tên các nơi.");
        }
        return new MapTiles(address.group(1));
    }
}
