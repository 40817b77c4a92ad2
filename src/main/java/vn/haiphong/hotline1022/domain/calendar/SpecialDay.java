package vn.haiphong.hotline1022.domain.calendar;

/**
 * A day that is not what its weekday says.
 *
 * @param working true: a make-up working day; false: a day off
 * @param name in Vietnamese, as the citizen reads it: "Quốc khánh", "Làm bù 29/4"
 * @param source the decision it rests on
 */
public record SpecialDay(boolean working, String name, String source) {}
