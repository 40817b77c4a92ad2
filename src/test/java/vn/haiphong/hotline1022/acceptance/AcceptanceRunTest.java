package vn.haiphong.hotline1022.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import vn.haiphong.hotline1022.application.receive.SupplementPetition;
import vn.haiphong.hotline1022.application.reply.RatePetition;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/**
 * Sends every petition of the sample through the house to its end: the citizen by HTTP, the staff as the tables propose. One
 * line each says what was proposed, what the office expected, the limit and how it ended.
 */
@HouseTest
@Tag("alone") // its time runs on into 2025
class AcceptanceRunTest {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Map<String, String> DECISIONS = Map.of("yes", "accept", "no", "refuse");
    /** Fields that must never reach an agency as a petition. */
    private static final Set<String> NEVER_ROUTED = Set.of("to_cao");

    @Autowired
    House house;

    @Autowired
    RatePetition rate;

    @Autowired
    SupplementPetition supplement;

    private final List<Line> lines = new ArrayList<>();

    private record Proposal(String decision, String field, String urgency, String lead) {}

    private final class Line {
        final CSVRecord row;
        String code;
        String key;
        Proposal proposed;

        Line(CSVRecord row) {
            this.row = row;
        }

        boolean isOf2025() {
            return row.get("district_or_ward").endsWith("(2025)");
        }

        String expectedDecision() {
            return DECISIONS.getOrDefault(row.get("accepted"), row.get("accepted"));
        }

        boolean decisionFits() {
            // A judicial matter is "no" in the sample: not taken, and told where it belongs.
            // A question that is answered at once is taken, too.
            return expectedDecision().equals(proposed.decision())
                    || isTaken() && "answer".equals(proposed.decision())
                    || "refuse".equals(expectedDecision()) && "refer".equals(proposed.decision());
        }

        boolean isTaken() {
            return "accept".equals(expectedDecision());
        }

        String expectedLead() {
            var agency = row.get("expected_agency").split("\\+")[0].strip();
            return "-".equals(agency) ? "" : agency;
        }

        boolean leadFits() {
            return !isTaken() || expectedLead().equals(proposed.lead());
        }

        boolean urgencyFits() {
            return "yes".equals(row.get("urgent")) == "urgent".equals(proposed.urgency());
        }

        boolean fieldFits() {
            return row.get("field").equals(proposed.field());
        }

        boolean isDangerous() {
            var denunciationTaken = NEVER_ROUTED.contains(row.get("field")) && "accept".equals(proposed.decision());
            var emergencyMissed = isTaken() && "yes".equals(row.get("urgent")) && !"urgent".equals(proposed.urgency());
            return denunciationTaken || emergencyMissed;
        }
    }

    @Test
    void the_sample_goes_its_whole_way() throws IOException {
        try (var text = new InputStreamReader(
                getClass().getResourceAsStream("/masterdata/golden/petitions.csv"), StandardCharsets.UTF_8)) {
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)
                    .forEach(row -> lines.add(new Line(row)));
        }
        house.advanceTo("2024-09-18T08:00:00+07:00");
        lines.stream().filter(line -> !line.isOf2025()).forEach(this::sendAndClassify);
        finishAll();
        house.advanceTo("2025-11-24T08:00:00+07:00");
        lines.stream().filter(Line::isOf2025).forEach(this::sendAndClassify);
        finishAll();

        lines.forEach(this::print);
        report("screening", lines.stream().filter(Line::decisionFits).count());
        report("field", lines.stream().filter(Line::fieldFits).count());
        report("urgency", lines.stream().filter(Line::urgencyFits).count());
        report("lead agency", lines.stream().filter(Line::leadFits).count());
        assertThat(lines.stream().filter(Line::isDangerous).map(line -> line.row.get("id")))
                .as("dangerous mistakes")
                .isEmpty();
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("HP1022-%")
                        .count())
                .as("cases that did not come to an end")
                .isZero();
    }

    private void report(String column, long right) {
        System.out.printf("%s: %d of %d right%n", column, right, lines.size());
        assertThat(right * 10).as(column + ": at least nine in ten").isGreaterThanOrEqualTo(lines.size() * 9L);
    }

    private void sendAndClassify(Line line) {
        send(line);
        house.runDueJobs();
        var task = house.task(line.code, "userTask_classifyPetition");
        var proposed = house.tasks.getVariables(task.getId());
        line.proposed = new Proposal(
                text(proposed, "decision"),
                text(proposed, "field"),
                text(proposed, "urgency"),
                text(proposed, "leadAgency"));
        classify(line, task, proposed);
    }

    private void send(Line line) {
        var area = line.row.get("district_or_ward").replace("(2025)", "").strip();
        var answer = house.http()
                .post()
                .uri("/api/petitions")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "channel",
                        line.row.get("channel"),
                        "content",
                        line.row.get("text"),
                        "area",
                        area,
                        "petitioner",
                        Map.of("name", "Người gửi " + line.row.get("id"), "email", "nguoi.gui@example.vn")))
                .retrieve()
                .body(Map.class);
        line.code = (String) answer.get("code");
        line.key = (String) answer.get("trackingKey");
    }

    private void classify(Line line, Task task, Map<String, Object> proposed) {
        var decision = text(proposed, "decision");
        if (decision.isEmpty()
                || "merge".equals(decision) && text(proposed, "mergeInto").isEmpty()) {
            decision = "accept"; // not surely a double, or the code it names is not in this register
        }
        if ("answer".equals(decision)) {
            house.complete(
                    "operator", task, "decision", decision, "replyText", "Xin mời xem hướng dẫn trên cổng 1022.");
        } else {
            house.complete("operator", task, "decision", decision);
        }
        house.runDueJobs();
        if ("clarify".equals(decision)) {
            supplement.with(line.code, line.key, "Ở số nhà 5 phố Cầu Đất, từ tối hôm qua.");
            var again = house.task(line.code, "userTask_classifyPetition");
            house.complete("operator", again, "decision", "accept", "field", "khong_ro", "leadAgency", "");
        }
    }

    /** Everybody does what is to do, until nothing is left. */
    private void finishAll() {
        for (var round = 0; round < 30; round++) {
            house.runDueJobs();
            var open = house.tasks.createTaskQuery().list();
            if (open.isEmpty()) {
                break;
            }
            open.forEach(this::finish);
        }
        for (var line : lines) {
            if (line.code != null && "DA_TRA_LOI".equals(house.stateOf(line.code))) {
                rate.with(line.code, line.key, 4, null, false);
            }
        }
    }

    private void finish(Task task) {
        var agency = task.getTenantId() == null ? "" : task.getTenantId().toLowerCase(Locale.ROOT);
        switch (task.getTaskDefinitionKey()) {
            case "userTask_approveRefusal" -> house.complete("coordinator", task, "approved", true);
            case "userTask_assignByHand" -> house.complete("coordinator", task, "leadAgency", "VPUB");
            case "userTask_acceptAssignment" -> house.complete(agency + "focal", task, "outcome", "accept");
            case "userTask_giveOpinion" -> house.complete(agency + "officer", task, "opinion", "Đã phối hợp.");
            case "userTask_resolvePetition" ->
                house.complete(agency + "officer", task, "outcome", "done", "replyText", "Cơ quan đã xử lý xong.");
            case "userTask_approveReply" -> house.complete(agency + "leader", task, "approved", true);
            case "userTask_checkReply" -> house.complete("operator", task, "approved", true);
            default -> throw new AssertionError("Nobody expected " + task.getTaskDefinitionKey());
        }
    }

    private void print(Line line) {
        var facts = house.jdbc
                .sql("select state, due_at from petition where code = ?")
                .param(line.code)
                .query((row, i) -> {
                    var map = new HashMap<String, String>();
                    map.put("state", row.getString(1));
                    map.put(
                            "due",
                            row.getTimestamp(2) == null
                                    ? "-"
                                    : DAY.format(row.getTimestamp(2).toInstant()));
                    return map;
                })
                .single();
        var proposed = line.proposed;
        System.out.printf(
                "%s %s  screening %s  field %s  urgency %s  agency %s  due %s  end %s%n",
                line.row.get("id"),
                line.code,
                pair(proposed.decision(), line.expectedDecision(), line.decisionFits()),
                pair(proposed.field(), line.row.get("field"), line.fieldFits()),
                pair(proposed.urgency(), line.row.get("urgent"), line.urgencyFits()),
                pair(proposed.lead(), line.expectedLead(), line.leadFits()),
                facts.get("due"),
                facts.get("state"));
    }

    private static String pair(String proposed, String expected, boolean fits) {
        return proposed + "/" + expected + (fits ? "" : " (!)");
    }

    private static String text(Map<String, Object> variables, String name) {
        var value = variables.get(name);
        return value == null ? "" : value.toString();
    }
}
