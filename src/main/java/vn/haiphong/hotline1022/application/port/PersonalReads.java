package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Who of the staff looked at whose data; one row for each case and look. */
public interface PersonalReads {

    /** One look, however many cases it showed: written at once. */
    void add(Collection<String> codes, String user, Instant at, String door, Data data);

    Excerpt<Read> page(Wanted wanted, Excerpt.Part part);

    void forEach(Wanted wanted, Consumer<Read> reader);

    /** Without cases and people: how often, by month, door and kind of data. */
    List<Figure> figures(Instant from, Instant to);

    /** @return rows deleted */
    long forgetBefore(Instant at, int most);

    long countBefore(Instant at);

    enum Data {
        CONTACT("contact"),
        CONFIDENTIAL("confidential"),
        CONTACT_OF_CONFIDENTIAL("contact+confidential");

        private final String key;

        Data(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * Each part may be null: not asked for.
     *
     * @param codes cases of a person
     */
    record Wanted(List<String> codes, String user, Instant from, Instant to) {}

    record Read(Instant at, String user, String code, String door, String data) {}

    record Figure(String month, String door, String data, long looks, long people) {}
}
