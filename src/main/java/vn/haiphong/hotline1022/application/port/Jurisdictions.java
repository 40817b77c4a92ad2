package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cities served by Open311, with what each offers: rows, so that another city needs no code. */
public interface Jurisdictions {

    /** A text in both languages; a part that is null is said elsewhere. */
    record Text(String vietnamese, String english) {}

    /**
     * @param home the city this house works for: petitions of every channel are its own
     * @param fromTables its services are the fields of the deployed table; the rows describe them
     * @param changedAt when anything of it was last changed
     */
    record Jurisdiction(
            String id, boolean home, boolean fromTables, Text contact, Text keyService, Instant changedAt) {}

    /**
     * @param field what it proposes to the operator
     * @param offered whether programs see it
     */
    record ServiceRow(
            String code, String field, Text name, Text description, Text keywords, Text group, boolean offered) {}

    /** @param meaning area, urgency, occurred_at, consent; null: told to the operator */
    record AttributeRow(
            String code,
            boolean variable,
            String datatype,
            boolean required,
            int position,
            Text description,
            Text hint,
            String meaning,
            List<ValueRow> values) {}

    record ValueRow(String key, Text name) {}

    /** @param id as the client names it; null: the one that is meant where none is named */
    Optional<Jurisdiction> find(String id);

    /** In the order in which they are listed. */
    List<ServiceRow> services(String jurisdiction);

    /** Of this service and of every service, in order. */
    List<AttributeRow> attributes(String jurisdiction, String service);

    /** Services that have attributes of their own; an empty code among them: every service has. */
    List<String> withAttributes(String jurisdiction);
}
