package vn.haiphong.hotline1022.application.receive;

import java.util.List;

/** The petition cannot be taken as it is: every faulty field is named, with what to do, in both languages. */
public class InvalidPetition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidPetition(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * @param field JSON path of the field, e.g. {@code petitioner.phone}
     * @param options what could have been meant, e.g. the areas an ambiguous name may stand for; often empty
     */
    public record Fault(String field, String vietnamese, String english, List<String> options) {

        public Fault(String field, String vietnamese, String english) {
            this(field, vietnamese, english, List.of());
        }
    }
}
