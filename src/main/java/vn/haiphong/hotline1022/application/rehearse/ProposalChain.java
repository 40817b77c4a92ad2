package vn.haiphong.hotline1022.application.rehearse;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.haiphong.hotline1022.application.classify.Votes;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.domain.rules.SharedCells;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/**
 * The tables in the order of {@code petition-classification}, what each says laid before the next: field, votes, screening,
 * agency, limits, and the ladder of {@code escalation}.
 */
final class ProposalChain {

    static final String FIELD = "field-suggestion";
    static final String SCREENING = "petition-screening";
    static final String AGENCY = "responsible-agency";
    static final String LIMITS = "handling-deadline";
    static final String LADDER = "escalation-ladder";
    static final List<String> TABLES = List.of(FIELD, SCREENING, AGENCY, LIMITS, LADDER);

    private static final String NO_ROW = "Không dòng nào khớp";

    private final Map<String, Function<SharedCells.Answers, TableAnswer>> tables;
    private final RealAgencies agencies;
    private final Words words;

    /** @param tables by their keys, all of {@link #TABLES} */
    ProposalChain(Map<String, Function<SharedCells.Answers, TableAnswer>> tables, RealAgencies agencies, Words words) {
        this.tables = Map.copyOf(tables);
        this.agencies = agencies;
        this.words = words;
    }

    /**
     * @param known begun with the facts of the petition; what the tables say is added
     * @param place where and when, for the agencies
     * @param like what another version made of it; null: not known
     * @param decided by a person, in place of what the votes say; null: nobody has decided
     */
    Outcome of(SharedCells.Answers known, Place place, Outcome like, Votes.Proposal decided) {
        var said = new LinkedHashMap<String, TableAnswer>(8);
        try {
            var votes = ask(FIELD, known, said);
            var proposal = decided != null
                    ? decided
                    : like != null
                                    && like.proposal() != null
                                    && votes.saysTheSameAs(like.said().get(FIELD))
                            ? like.proposal()
                            : Votes.of(
                                    votes.results().stream()
                                            .map(ProposalChain::vote)
                                            .toList(),
                                    words);
            known.put("field", proposal.field());
            known.put("category", proposal.category());
            known.put("kind", proposal.kind());
            known.put("urgency", proposal.urgency());
            known.put("possibleDuplicate", place.doubled());
            var screening = row(SCREENING, known, said);
            var agency = row(AGENCY, known, said);
            var tableLead = text(agency, "leadAgency");
            var choice = agencies.of(tableLead, text(agency, "coordinatingAgencies"), place);
            var limits = row(LIMITS, known, said);
            var ladder = ask(LADDER, known, said).results();
            var decision = text(screening, "decision");
            return new Outcome(
                    proposal,
                    place.asked() && "clarify".equals(decision) ? "" : decision,
                    text(screening, "refusalReason"),
                    Boolean.TRUE.equals(screening.get("confidential")),
                    tableLead,
                    choice.lead(),
                    choice.coordinating(),
                    agencies.without(limits, "ground"),
                    ladder.stream().map(rung -> agencies.without(rung, "title")).toList(),
                    said,
                    null);
        } catch (NoAnswer e) {
            return new Outcome(null, "", "", false, "", "", List.of(), Map.of(), List.of(), said, e.getMessage());
        }
    }

    /** @param code of the area; null: none */
    record Place(String code, LocalDate day, boolean doubled, boolean asked) {}

    private static final class NoAnswer extends RuntimeException {

        NoAnswer(String table, String why) {
            super(table + ": " + why, null, false, false);
        }
    }

    private Map<String, Object> row(String table, SharedCells.Answers known, Map<String, TableAnswer> said) {
        var answer = ask(table, known, said);
        if (answer.results().isEmpty()) {
            throw new NoAnswer(table, NO_ROW);
        }
        return answer.results().get(0);
    }

    private TableAnswer ask(String table, SharedCells.Answers known, Map<String, TableAnswer> said) {
        var answer = tables.get(table).apply(known);
        said.put(table, answer);
        if (answer.fault() != null) {
            throw new NoAnswer(table, answer.fault());
        }
        return answer;
    }

    static Votes.Vote vote(Map<String, Object> row) {
        if (!(row.get("weight") instanceof Number weight)) {
            throw new NoAnswer(FIELD, "Dòng không có điểm");
        }
        return new Votes.Vote(
                text(row, "field"),
                text(row, "category"),
                text(row, "kind"),
                text(row, "urgency"),
                weight.doubleValue());
    }

    private static String text(Map<String, Object> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
