package vn.haiphong.hotline1022.adapter.api;

import java.util.List;
import vn.haiphong.hotline1022.application.receive.InvalidPetition.Fault;

/** The body is JSON, but fields have the wrong type: a number where a text belongs. */
class WrongTypes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    WrongTypes(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
