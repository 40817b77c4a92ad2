package vn.haiphong.hotline1022.domain.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * Values that come together in the columns of a dimension, standing for all that no cell tells from them.
 *
 * @param values one for each expression of the dimension, null for none
 * @param alone whether it stands for itself alone
 * @param says in words
 */
record Point(List<Object> values, boolean alone, String says) {

    /** @param from and {@code to}: days at which points are cut, included; null: no bound */
    boolean isOn(int place, LocalDate from, LocalDate to) {
        return values.get(place) instanceof LocalDate day
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }
}
