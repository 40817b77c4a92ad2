package vn.haiphong.hotline1022.application.port;

import java.util.Set;

/** Whether the person acting has something to do in a case. */
public interface CaseWork {

    /** @return for an unknown case the same as for one that is none of this person's */
    Desk in(String code);

    /**
     * @param groups of the person
     * @param agencies whose open tasks of this case the person may see; "" stands for those of 1022
     */
    record Desk(Set<String> groups, Set<String> agencies) {}
}
