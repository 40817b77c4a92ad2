package vn.haiphong.hotline1022.application.rehearse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.assign.AgencyChoice;
import vn.haiphong.hotline1022.application.inform.Words;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.application.port.TableRunner;
import vn.haiphong.hotline1022.domain.rules.CompiledTable;
import vn.haiphong.hotline1022.domain.rules.RuleTable;
import vn.haiphong.hotline1022.domain.rules.SharedCells;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/** All tables as they are, and as they would be with one of them changed, ready for many petitions. */
final class TwoVersions {

    private final SharedCells cells;
    private final Map<String, RuleTable> tables = new LinkedHashMap<>();
    private final RuleTable changed;
    private final RealAgencies agencies;
    private final ProposalChain before;
    private final ProposalChain after;
    private final ProposalChain engineBefore;
    private final ProposalChain engineAfter;
    private final Map<String, Function<SharedCells.Answers, TableAnswer>> compiled = new HashMap<>();
    private final Map<String, Function<SharedCells.Answers, TableAnswer>> compiledAfter;
    private final List<String> byTheEngine = new ArrayList<>();
    private int beyondPlain;

    private TwoVersions(Map<String, String> dmns, String key, String changedDmn, Maker maker) {
        this.cells = new SharedCells(maker.engine);
        this.agencies = new RealAgencies(maker.choice, maker.areas);
        var engine = new HashMap<String, Function<SharedCells.Answers, TableAnswer>>();
        dmns.forEach((table, dmn) -> {
            tables.put(table, maker.files.read(dmn));
            var ready = once(() -> maker.engine.ready(dmn));
            engine.put(table, known -> ready.get().of(known.facts()));
            compiled.put(table, compiled(tables.get(table), ready, maker.engine));
        });
        changed = maker.files.read(changedDmn);
        var ready = once(() -> maker.engine.ready(changedDmn));
        compiledAfter = new HashMap<>(compiled);
        compiledAfter.put(key, compiled(changed, ready, maker.engine));
        before = new ProposalChain(compiled, agencies, maker.words);
        after = new ProposalChain(compiledAfter, agencies, maker.words);
        engineBefore = new ProposalChain(engine, agencies, maker.words);
        engine.put(key, known -> ready.get().of(known.facts()));
        engineAfter = new ProposalChain(engine, agencies, maker.words);
    }

    /** Reads tables and makes them ready. */
    @Component
    static class Maker {

        private final RuleTables tables;
        private final TableFiles files;
        private final TableRunner engine;
        private final AgencyChoice choice;
        private final Areas areas;
        private final Words words;

        Maker(RuleTables tables, TableFiles files, TableRunner engine, AgencyChoice choice, Areas areas, Words words) {
            this.tables = tables;
            this.files = files;
            this.engine = engine;
            this.choice = choice;
            this.areas = areas;
            this.words = words;
        }

        /** @param version of the changed table that it is compared with; the others are those in force */
        TwoVersions of(String key, int version, String changed) {
            var dmns = new LinkedHashMap<String, String>();
            for (var table : ProposalChain.TABLES) {
                var compared = table.equals(key)
                        ? version
                        : tables.inForce(table).orElseThrow().version();
                dmns.put(table, tables.dmn(table, compared).orElseThrow());
            }
            return new TwoVersions(dmns, key, changed, this);
        }
    }

    private Function<SharedCells.Answers, TableAnswer> compiled(
            RuleTable table, Supplier<TableRunner.Ready> ready, TableRunner engine) {
        var compiled = CompiledTable.of(table, cells, engine);
        if (compiled.isEmpty()) {
            byTheEngine.add(table.name());
            return known -> ready.get().of(known.facts());
        }
        beyondPlain += compiled.get().beyondPlain();
        return known -> {
            var answer = compiled.get().of(known);
            return answer == null ? ready.get().of(known.facts()) : answer;
        };
    }

    /** The engine takes its time to make a large table ready, and is rarely asked. */
    private static <T> Supplier<T> once(Supplier<T> made) {
        return new Supplier<>() {
            private T known;

            @Override
            public synchronized T get() {
                if (known == null) {
                    known = made.get();
                }
                return known;
            }
        };
    }

    RealAgencies agencies() {
        return agencies;
    }

    int beyondPlain() {
        return beyondPlain;
    }

    List<String> byTheEngine() {
        return byTheEngine.stream().distinct().toList();
    }

    RuleTable tableBefore(String key) {
        return tables.get(key);
    }

    RuleTable tableAfter(String key) {
        return changed.key().equals(key) ? changed : tables.get(key);
    }

    /** For one thread. */
    Asking asking() {
        return new Asking();
    }

    final class Asking {

        private final SharedCells.Answers known = cells.answers();

        Outcome before(Facts facts) {
            known.begin(facts.values());
            return before.of(known, facts.place(), null, null);
        }

        /** @param like what the table in force made of it */
        Outcome after(Facts facts, Outcome like) {
            known.begin(facts.values());
            return after.of(known, facts.place(), like, null);
        }

        /** @param decided what people decided about it goes before what a table proposes */
        Outcome decided(
                Facts facts, vn.haiphong.hotline1022.application.classify.Votes.Proposal decided, boolean changed) {
            known.begin(facts.values());
            return (changed ? after : before).of(known, facts.place(), null, decided);
        }

        /** As the engine says. */
        Outcome engineBefore(Facts facts) {
            known.begin(facts.values());
            return engineBefore.of(known, facts.place(), null, null);
        }

        Outcome engineAfter(Facts facts) {
            known.begin(facts.values());
            return engineAfter.of(known, facts.place(), null, null);
        }

        /** One table by itself. */
        TableAnswer ask(String table, Map<String, Object> facts, boolean changed) {
            known.begin(facts);
            return (changed ? compiledAfter : compiled).get(table).apply(known);
        }
    }
}
