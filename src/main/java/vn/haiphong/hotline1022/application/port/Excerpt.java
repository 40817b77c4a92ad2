package vn.haiphong.hotline1022.application.port;

import java.util.List;

/** One page of a list, and how long the whole list is. */
public record Excerpt<T>(List<T> rows, long total) {

    /**
     * Which part of a list, in which order.
     *
     * @param orderBy name of a column; what is no column leaves the list in its usual order
     */
    public record Part(String orderBy, boolean descending, int page, int size) {

        public static final int LARGEST = 200;

        public Part {
            page = Math.max(0, page);
            size = Math.min(LARGEST, Math.max(1, size));
        }

        public long skipped() {
            return (long) page * size;
        }
    }
}
