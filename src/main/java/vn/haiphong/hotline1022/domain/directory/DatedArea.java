package vn.haiphong.hotline1022.domain.directory;

import java.time.LocalDate;

/**
 * An area with the time for which it is, or was, like this.
 *
 * @param to last day; null: open end
 */
public record DatedArea(Area area, LocalDate from, LocalDate to) {

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && !hasEndedBefore(day);
    }

    boolean hasEndedBefore(LocalDate day) {
        return to != null && to.isBefore(day);
    }
}
