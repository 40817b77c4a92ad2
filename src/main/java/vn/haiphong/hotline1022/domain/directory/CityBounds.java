package vn.haiphong.hotline1022.domain.directory;

/**
 * Whether a position is in the city or near it (Giả định A-58): a rectangle around its land, since 01/7/2025 with Hải Dương,
 * and its islands as far as Bạch Long Vĩ, rounded outwards.
 */
public final class CityBounds {

    private static final double SOUTH = 20.05;
    private static final double NORTH = 21.35;
    private static final double WEST = 106.0;
    private static final double EAST = 107.85;

    private CityBounds() {}

    public static boolean contain(double lat, double lon) {
        return lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST;
    }
}
