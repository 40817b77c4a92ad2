package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of people, wherever it is kept: register and engine. Which column holds what is one list
 * ({@code personal-data.csv}); whatever is asked here follows it.
 */
public interface PersonalData {

    /** The cases whose sender has this telephone or this address, oldest first. */
    List<Case> casesOf(Person person);

    List<Case> cases(List<String> codes);

    /** Who sent these cases: every name, telephone and address they were sent under. */
    Set<Person> sendersOf(List<String> codes);

    /** How many rows of each table an erasure would change or delete; nothing is written. */
    Map<String, Long> counts(List<String> codes, Person person);

    /**
     * Takes the people out of these cases, in this transaction: contact and files go, the citizen's words are replaced. What
     * staff wrote stays without the people's names, telephones and addresses, or goes as well.
     *
     * @return rows changed or deleted, by table
     */
    Map<String, Long> erase(List<String> codes, Person person, Purpose purpose, Instant at);

    /** Every row about these cases or this person that may hold personal data, by table, as it is kept. */
    Map<String, List<Map<String, Object>>> rows(List<String> codes, Person person);

    /** Where a telephone, address or name still stands: rows by {@code schema.table.column}; empty is the proof. */
    Map<String, Long> search(Person person);

    enum Purpose {
        /** Somebody asked: the record of what the office did stays. */
        request,
        /** The time of keeping is over: no words are left. */
        retention
    }

    /** Every part may be null; telephone (E.164) or address say who it is, the name alone does not. */
    record Person(String name, String phone, String email) {}

    /** @param open still under way: its data are needed */
    record Case(String code, Instant receivedAt, String state, boolean confidential, boolean open, Instant erasedAt) {}
}
