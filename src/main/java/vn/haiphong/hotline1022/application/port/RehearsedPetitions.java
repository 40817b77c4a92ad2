package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What came in, one after the other, with what the tables read of it: there may be more than the memory holds. */
public interface RehearsedPetitions {

    /**
     * @param asked whether the citizen was asked to add something once
     * @param doubled whether it was joined to another one
     * @param field decided by a person; null: not yet. Likewise the others.
     * @param lead who has it, or had it last; null: nobody so far
     * @param open whether anything is still to be done
     */
    record Seen(
            String code,
            boolean confidential,
            String channel,
            String content,
            String address,
            String areaCode,
            boolean outsideTerritory,
            Instant receivedAt,
            boolean reachable,
            boolean asked,
            boolean doubled,
            String kind,
            String category,
            String field,
            String urgency,
            String lead,
            boolean open) {

        /** For a list of many. */
        public Seen withoutText() {
            return new Seen(
                    code,
                    confidential,
                    channel,
                    "",
                    null,
                    areaCode,
                    outsideTerritory,
                    receivedAt,
                    reachable,
                    asked,
                    doubled,
                    kind,
                    category,
                    field,
                    urgency,
                    lead,
                    open);
        }
    }

    long count(Instant since);

    /** When the first of all came in. */
    Optional<Instant> first();

    /** In no order. */
    void each(Instant since, Consumer<Seen> reader);

    /** What an agency has now, as its lead, and has not answered yet. */
    void eachWithAnAgency(Consumer<Seen> reader);
}
