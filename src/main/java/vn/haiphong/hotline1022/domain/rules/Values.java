package vn.haiphong.hotline1022.domain.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a column may hold. */
public sealed interface Values {

    /**
     * Codes of a list.
     *
     * @param names the office's word for each code; the empty code, where it is allowed, is one of them
     * @param lives of codes that are not for ever
     * @param several whether a cell may name several, separated by commas
     */
    record Codes(Map<String, String> names, Map<String, Life> lives, boolean several) implements Values {

        public Codes {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            lives = Map.copyOf(lives);
        }

        public Codes(Map<String, String> names) {
            this(names, Map.of(), false);
        }
    }

    /**
     * @param first and {@code last}: included; null: no bound
     * @param successor who stands for it afterwards, by name; null: nobody
     */
    record Life(LocalDate first, LocalDate last, String successor) {}

    /**
     * Texts of a format.
     *
     * @param fault what is wrong with a text, null if nothing
     */
    record Formatted(Function<String, String> fault) implements Values {}

    /**
     * Any text.
     *
     * @param written how the texts of this column are written, e.g. in small letters: a text that it changes never comes
     */
    record Texts(UnaryOperator<String> written) implements Values {

        public Texts() {
            this(UnaryOperator.identity());
        }
    }

    /**
     * @param least and {@code most}: included; null: no bound
     */
    record Numbers(BigDecimal least, BigDecimal most, boolean whole) implements Values {

        public Numbers(boolean whole) {
            this(null, null, whole);
        }
    }

    /**
     * @param first and {@code last}: included; null: no bound
     */
    record Dates(LocalDate first, LocalDate last) implements Values {

        public Dates() {
            this(null, null);
        }
    }

    /** True and false. */
    record Truth() implements Values {}

    /** Nothing is known; what the column's type and its cells say has to do. */
    record Anything() implements Values {}

    /**
     * Columns whose values come together, as the kind of an area with its code.
     *
     * @param expressions of the inputs
     * @param points what there is: for each of the expressions a value, null for none, or a {@link Period} of days
     */
    record Together(List<String> expressions, List<List<Object>> points) {

        public Together {
            expressions = List.copyOf(expressions);
            points = List.copyOf(points);
        }
    }

    /** @param first and {@code last}: included; null: no bound */
    record Period(LocalDate first, LocalDate last) {}
}
