package vn.haiphong.hotline1022.application.port;

import java.util.List;

/** What use cases ask the administrators' tables outside of a diagram. */
public interface Rules {

    /** The escalation ladder for an urgency, lowest level first. */
    List<Rung> ladder(String urgency);

    /**
     * A row of a table as its administrators describe it, with table and version.
     *
     * @param row written {@code table:version:row}; anything else stands for itself
     */
    String inWords(String row);

    /**
     * @param after how long after the due date, e.g. "working P1D"
     * @param told roles, e.g. officer, leader, VPUB
     * @param rule the row of the table, {@code table:version:row}
     */
    record Rung(int level, String after, List<String> told, String rule) {}
}
