package vn.haiphong.hotline1022.application.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.application.port.Areas;
import vn.haiphong.hotline1022.application.port.GoldenSets;
import vn.haiphong.hotline1022.application.port.Rehearsals;
import vn.haiphong.hotline1022.application.port.Rehearsals.GoldenCase;
import vn.haiphong.hotline1022.application.port.Rehearsals.Rehearsal;
import vn.haiphong.hotline1022.application.port.Rehearsals.State;
import vn.haiphong.hotline1022.application.port.RehearsedPetitions.Seen;
import vn.haiphong.hotline1022.application.port.RuleTables;
import vn.haiphong.hotline1022.application.rules.DraftRules;
import vn.haiphong.hotline1022.application.rules.ProposeRules;
import vn.haiphong.hotline1022.application.rules.PutRulesInForce;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** A changed table is rehearsed before it goes live, and the rehearsal says what the engine would say. */
@HouseTest
@Tag("alone") // the tables of the house change
@Tag("A-45")
class RehearsalTest {

    private static final Pattern RULE = Pattern.compile("(?s)      <rule .*?</rule>\\n");
    private static final Pattern CELL = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL);

    @Autowired
    House house;

    @Autowired
    TwoVersions.Maker versions;

    @Autowired
    GoldenSets golden;

    @Autowired
    Areas areas;

    @Autowired
    RuleTables tables;

    @Autowired
    DraftRules draft;

    @Autowired
    ProposeRules propose;

    @Autowired
    RehearseRules rehearse;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    RerouteCases reroute;

    @Autowired
    PutRulesInForce inForce;

    @Test
    void says_of_every_petition_what_the_engine_says_whatever_has_changed() {
        var random = new Random(1022);
        var petitions = petitions(random);
        var differing = 0;
        for (var table : ProposalChain.TABLES) {
            for (var round = 0; round < 2; round++) {
                var version = tables.inForce(table).orElseThrow().version();
                var dmn = changed(random, tables.dmn(table, version).orElseThrow());
                var two = versions.of(table, version, dmn);
                var ask = two.asking();
                for (var petition : petitions) {
                    var facts = Facts.of(petition, two.agencies());
                    var before = ask.before(facts);
                    var after = ask.after(facts, before);
                    var right = ask.engineAfter(facts);
                    assertThat(after.agreesWith(right))
                            .as("%s: %s%n%s%n%s", table, petition.content(), after, right)
                            .isTrue();
                    if (round == 0) {
                        assertThat(before.agreesWith(ask.engineBefore(facts)))
                                .as(petition.content())
                                .isTrue();
                    }
                    differing += java.util.Arrays.stream(Outcome.Difference.values())
                                    .anyMatch(kind -> before.differs(after, kind))
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(differing).as("changes that change something").isGreaterThan(100);
    }

    /** Of every set some; at places of the old map and of the new one. */
    private List<Seen> petitions(Random random) {
        var days = List.of(Instant.parse("2024-09-18T02:00:00Z"), Instant.parse("2025-11-24T02:00:00Z"));
        var petitions = new ArrayList<Seen>();
        for (var set : golden.all()) {
            if (!set.name().startsWith("petitions")) {
                continue;
            }
            for (var row : set.rows()) {
                if (random.nextInt(4) > 0 && !set.name().equals("petitions")) {
                    continue;
                }
                var at = days.get(random.nextInt(2));
                var all = areas.all(at.atZone(java.time.ZoneOffset.UTC).toLocalDate());
                petitions.add(new Seen(
                        "HP-" + petitions.size(),
                        false,
                        "portal",
                        row.get("text"),
                        null,
                        random.nextInt(4) == 0
                                ? null
                                : all.get(random.nextInt(all.size())).code(),
                        random.nextInt(20) == 0,
                        at,
                        random.nextInt(5) > 0,
                        random.nextInt(10) == 0,
                        random.nextInt(20) == 0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true));
            }
        }
        return petitions;
    }

    /** Rows taken out, put elsewhere, and cells of one row in another. */
    private static String changed(Random random, String dmn) {
        var rules = RULE.matcher(dmn).results().map(found -> found.group()).toList();
        var changed = new ArrayList<>(rules);
        for (var i = 0; i < Math.max(1, rules.size() / 6); i++) {
            var at = random.nextInt(changed.size());
            switch (random.nextInt(3)) {
                case 0 -> {
                    if (changed.size() > 3) {
                        changed.remove(at);
                    }
                }
                case 1 -> changed.add(random.nextInt(changed.size()), changed.remove(at));
                default -> {
                    var mine = CELL.matcher(changed.get(at)).results().toList();
                    var theirs = CELL.matcher(rules.get(random.nextInt(rules.size())))
                            .results()
                            .toList();
                    var cell = random.nextInt(mine.size());
                    var row = changed.get(at);
                    changed.set(
                            at,
                            row.substring(0, mine.get(cell).start())
                                    + theirs.get(cell).group()
                                    + row.substring(mine.get(cell).end()));
                }
            }
        }
        return dmn.substring(0, dmn.indexOf(rules.get(0)))
                + String.join("", changed)
                + dmn.substring(dmn.lastIndexOf("</rule>") + "</rule>\n".length());
    }

    private static final String TREE = "Cây phượng to vừa đổ chắn ngang đường Lạch Tray, xe không qua được.";

    /** Trees to somebody else. */
    private long drafted() {
        return house.as("ruleadmin", () -> {
            var id = draft.open("responsible-agency", "Đề nghị của Công ty Công viên cây xanh");
            var change = draft.find(id);
            draft.save(id, change.revision(), change.dmn().replace("\"CXHP\"", "\"SXD\""), change.reason());
            return id;
        });
    }

    private Rehearsal rehearsed(long id) {
        return house.as("ruleadmin", () -> rehearse.run(id, draft.find(id).revision(), 30));
    }

    private void withdrawn(long id) {
        house.as("ruleadmin", () -> {
            draft.withdraw(id);
            return null;
        });
    }

    @Test
    void names_each_petition_that_would_go_elsewhere_and_the_rows_that_make_it_so() {
        var code = house.receive(TREE, "quận Ngô Quyền").code().toString();
        var secret = house.receive(
                        "Tôi tố cáo ông Nguyễn Văn Bình, chủ tịch phường, nhận hối lộ của nhà thầu cây xanh làm cây đổ.",
                        "quận Ngô Quyền")
                .code()
                .toString();
        var id = drafted();

        var rehearsal = rehearsed(id);

        assertThat(rehearsal.error()).isNull();
        assertThat(rehearsal.state()).isEqualTo(State.finished);
        var summary = rehearsal.summary();
        assertThat(summary.agreed())
                .as("the engine says the same")
                .isEqualTo(summary.checked())
                .isPositive();
        assertThat(summary.by()).containsKey("agency");
        var difference = rehearsals.differences(rehearsal.id(), "agency", 0, 5000).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(difference.detail().before().agency()).isEqualTo("CXHP");
        assertThat(difference.detail().after().agency()).isEqualTo("SXD");
        var rows = difference.detail().rows().get("responsible-agency");
        assertThat(summary.rows().get("responsible-agency/after/" + rows.after().get(0)))
                .startsWith("Dòng ");
        assertThat(summary.loads())
                .filteredOn(load -> load.agency().equals("CXHP"))
                .allMatch(load -> load.after() < load.before());
        assertThat(summary.golden().differing()).isNotEmpty().allMatch(GoldenCase::broken);
        assertThat(rehearsals.differences(rehearsal.id(), null, 0, 5000))
                .filteredOn(one -> one.code().equals(secret))
                .allMatch(one -> one.confidential() && one.detail() == null);

        withdrawn(id);
    }

    @Test
    void what_was_not_rehearsed_exactly_as_it_is_cannot_be_proposed() {
        house.receive(TREE, "quận Ngô Quyền");
        var id = drafted();
        assertThatThrownBy(() -> proposed(id))
                .isInstanceOf(BusinessRefusal.class)
                .hasMessageContaining("Chưa chạy thử");
        rehearsed(id);
        var change = draft.find(id);
        house.as("ruleadmin", () -> draft.save(id, change.revision(), change.dmn(), "Sửa lý do"));
        assertThatThrownBy(() -> proposed(id)).as("saved since").hasMessageContaining("Chưa chạy thử");

        rehearsed(id);
        proposed(id);

        assertThat((String) house.runtime
                        .createVariableInstanceQuery()
                        .variableName("ruleSummary")
                        .processInstanceIdIn(house.runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey("BQĐ-" + id)
                                .singleResult()
                                .getId())
                        .singleResult()
                        .getValue())
                .contains("Chạy thử: ", "CHỖ ĐANG ĐÚNG THÀNH SAI", "CXHP");
        withdrawn(id);
    }

    private void proposed(long id) {
        house.as("ruleadmin", () -> {
            propose.propose(id, draft.find(id).revision(), null);
            return null;
        });
    }

    @Test
    void a_rehearsal_whose_node_is_gone_says_so_and_is_begun_again() {
        var id = drafted();
        house.jdbc.sql("""
                        insert into rule_rehearsal (change_id, revision, base_version, days, started_by, started_at, beat_at)
                        values (?, 2, 1, 30, 'ruleadmin', now(), clock_timestamp() - interval '1 hour')
                        """).param(id).update();
        assertThat(rehearsals.latest(id).orElseThrow().state()).isEqualTo(State.abandoned);

        assertThat(rehearsed(id).state()).isEqualTo(State.finished);

        withdrawn(id);
    }

    @Test
    void one_runs_at_a_time_and_stops_when_it_is_told_to() {
        var id = drafted();
        var running = rehearsals
                .begin(id, 2, draft.find(id).baseVersion(), 30, "ruleadmin", house.now())
                .orElseThrow();
        assertThatThrownBy(() -> rehearsed(id)).hasMessageContaining("đang được chạy thử");

        rehearse.cancel(running);
        runs.run(running);

        assertThat(rehearsals.find(running).orElseThrow().state()).isEqualTo(State.cancelled);
        withdrawn(id);
    }

    @Autowired
    RunRehearsal runs;

    @Test
    void an_open_case_is_moved_only_by_a_person_and_only_before_its_agency_has_begun() {
        var waiting = assigned();
        var begun = assigned();
        house.jdbc
                .sql("update handling set state = 'DANG_XU_LY' where petition_code = ? and lead")
                .param(begun)
                .update();
        var id = drafted();
        rehearsed(id);
        proposed(id);
        house.complete("ruleapprover", "BQĐ-" + id, "userTask_approveRules", "approved", true);
        house.runDueJobs();
        assertThat(lead(waiting)).isEqualTo("CXHP");

        var cases = reroute.of(draft.find(id)).cases();

        assertThat(cases)
                .filteredOn(one -> one.code().equals(waiting))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.then()).isEqualTo("SXD");
                    assertThat(one.begun()).isNull();
                });
        assertThat(cases)
                .filteredOn(one -> one.code().equals(begun))
                .singleElement()
                .satisfies(one -> assertThat(one.begun()).contains("đã nhận"));
        house.as("ruleadmin", () -> {
            reroute.reroute(id, waiting, "SXD", "Sở đề nghị");
            return null;
        });
        assertThat(lead(waiting)).isEqualTo("SXD");
        assertThat(house.jdbc
                        .sql("select note from petition_event where petition_code = ? and type = 'rerouted'")
                        .param(waiting)
                        .query(String.class)
                        .single())
                .contains("Sở đề nghị");
        assertThatThrownBy(() -> house.as("ruleadmin", () -> {
                    reroute.reroute(id, begun, "SXD", "Sở đề nghị");
                    return null;
                }))
                .hasMessageContaining("không chuyển được");
        house.as("ruleadmin", () -> inForce.rollBack(id, "Hết thử"));
    }

    private String assigned() {
        var code =
                house.receive(TREE + " " + house.now(), "quận Ngô Quyền").code().toString();
        house.complete("operator", code, "userTask_classifyPetition", "decision", "accept", "mergeInto", "");
        return code;
    }

    private String lead(String code) {
        return house.jdbc
                .sql("select agency_code from handling where petition_code = ? and lead and ended_at is null")
                .param(code)
                .query(String.class)
                .single();
    }
}
