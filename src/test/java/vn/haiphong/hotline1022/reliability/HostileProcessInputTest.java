package vn.haiphong.hotline1022.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.haiphong.hotline1022.reliability.Office.Slip;
import vn.haiphong.hotline1022.support.House;
import vn.haiphong.hotline1022.support.HouseTest;

/** Whatever is sent to complete a step: it is taken as it was meant, or refused in a sentence and nothing has happened. */
@HouseTest
@TestInstance(Lifecycle.PER_CLASS) // what is refused leaves its case as it was: one case for each step will do
class HostileProcessInputTest {

    private static final String CLASSIFY = "userTask_classifyPetition";
    private static final String REFUSAL = "userTask_approveRefusal";
    private static final String ACCEPT = "userTask_acceptAssignment";
    private static final String RESOLVE = "userTask_resolvePetition";
    private static final String APPROVE = "userTask_approveReply";
    private static final String CHECK = "userTask_checkReply";

    private static final Map<String, String> PERSON = Map.of(
            CLASSIFY, "operator",
            REFUSAL, "coordinator",
            ACCEPT, "cshpfocal",
            RESOLVE, "cshpofficer",
            APPROVE, "cshpleader",
            CHECK, "operator");

    @Autowired
    House house;

    Office office;
    private final Map<String, Slip> cases = new HashMap<>();

    @BeforeEach
    void doors() {
        office = new Office(Integer.parseInt(house.url("").replaceAll(".*:", "")));
    }

    // Texts and flags ------------------------------------------------------------------------------------------------

    static Stream<Arguments> texts() {
        var hostile = new LinkedHashMap<String, String>();
        hostile.put("nothing", "null");
        hostile.put("null", "{\"value\":null}");
        hostile.put("missing value", "{}");
        hostile.put("white space", "{\"value\":\" \\n\\t\\u2003\\u3000 \"}");
        hostile.put("10,000 characters", "{\"value\":\"" + "ạ".repeat(10_000) + "\"}");
        hostile.put("1 MB", "{\"value\":\"" + "a".repeat(1_000_000) + "\"}");
        hostile.put("NUL", "{\"value\":\"Đã thay\\u0000 bóng\"}");
        hostile.put("bell", "{\"value\":\"Đã thay\\u0007 bóng\"}");
        hostile.put("half a character", "{\"value\":\"Đã thay \\ud83d bóng\"}");
        hostile.put("the other half", "{\"value\":\"\\ude00 Đã thay\"}");
        hostile.put("number", "{\"value\":12}");
        hostile.put("number as said", "{\"value\":12,\"type\":\"Integer\"}");
        hostile.put("text as number", "{\"value\":\"Đã thay\",\"type\":\"Long\"}");
        hostile.put("flag", "{\"value\":true}");
        hostile.put("list", "{\"value\":[\"Đã thay\"]}");
        hostile.put("map", "{\"value\":{\"a\":{}}}");
        hostile.put("bare text", "\"Đã thay\"");
        hostile.put("date", "{\"value\":\"2024-09-17T08:00:00.000+0700\",\"type\":\"Date\"}");
        hostile.put("Json", "{\"value\":\"{}\",\"type\":\"Json\"}");
        hostile.put("Xml", "{\"value\":\"<a/>\",\"type\":\"Xml\"}");
        hostile.put("File", "{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a.txt\"}}");
        hostile.put("Bytes", "{\"value\":\"YQ==\",\"type\":\"Bytes\"}");
        hostile.put("no type", "{\"value\":\"a\",\"type\":\"\"}");
        hostile.put("unknown type", "{\"value\":\"a\",\"type\":\"java.lang.Runtime\"}");
        hostile.put(
                "Object, serialized by Java",
                "{\"value\":\"rO0ABXQAAWE=\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\","
                        + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}");
        hostile.put(
                "Object in JSON",
                "{\"value\":\"[]\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                        + "\"serializationDataFormat\":\"application/json\"}}");
        hostile.put("Object without more", "{\"value\":\"a\",\"type\":\"Object\"}");
        hostile.put("deep", "{\"value\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
        var inputs = Map.of(
                "replyText of " + CLASSIFY, "\"decision\":{\"value\":\"answer\"}",
                "supplementWhat of " + CLASSIFY, "\"decision\":{\"value\":\"clarify\"}",
                "returnReason of " + ACCEPT, "\"outcome\":{\"value\":\"return\"}",
                "replyText of " + RESOLVE, "\"outcome\":{\"value\":\"done\"}",
                "extensionReason of " + RESOLVE, "\"outcome\":{\"value\":\"extend\"}",
                "sendBackReason of " + REFUSAL, "\"approved\":{\"value\":false}",
                "sendBackReason of " + APPROVE, "\"approved\":{\"value\":false}",
                "sendBackReason of " + CHECK, "\"approved\":{\"value\":false}");
        return inputs.entrySet().stream().flatMap(input -> {
            var nameAndStep = input.getKey().split(" of ");
            return hostile.entrySet().stream()
                    .map(value -> arguments(
                            value.getKey() + " as " + input.getKey(),
                            nameAndStep[1],
                            "{\"variables\":{" + input.getValue() + ",\"" + nameAndStep[0] + "\":" + value.getValue()
                                    + "}}"));
        });
    }

    static Stream<Arguments> flags() {
        return Stream.of(REFUSAL, APPROVE, CHECK)
                .flatMap(step -> Stream.of(
                                "null",
                                "true",
                                "{}",
                                "{\"value\":null}",
                                "{\"value\":\"\"}",
                                "{\"value\":\"có\"}",
                                "{\"value\":\"TRUE \"}",
                                "{\"value\":\"true\\u0000\"}",
                                "{\"value\":1}",
                                "{\"value\":[true]}",
                                "{\"value\":\"yes\",\"type\":\"Boolean\"}",
                                "{\"value\":true,\"type\":\"String\"}",
                                "{\"value\":\"true\",\"type\":\"Json\"}")
                        .map(value -> arguments(
                                value + " as approved of " + step,
                                step,
                                "{\"variables\":{\"replyText\":{\"value\":\"Đã thay bóng đèn.\"},\"approved\":" + value
                                        + "}}")));
    }

    static Stream<Arguments> codes() {
        var accept = "\"decision\":{\"value\":\"accept\"},\"field\":{\"value\":\"chieu_sang\"}";
        return Stream.of(
                        "\"decision\":{\"value\":\"dance\"}",
                        "\"decision\":{\"value\":\"Accept\"}",
                        "\"decision\":{\"value\":\"accept\"},\"field\":{\"value\":\"<b>đèn</b>\"}",
                        "\"decision\":{\"value\":\"accept\"},\"field\":{\"value\":\" \"}",
                        accept + ",\"kind\":{\"value\":\"Phản ánh\"}",
                        accept + ",\"category\":{\"value\":\"' or 1=1 --\"}",
                        accept + ",\"urgency\":{\"value\":\"soon\"}",
                        accept + ",\"areaCode\":{\"value\":\"nowhere\"}",
                        accept + ",\"leadAgency\":{\"value\":\"XYZ\"}",
                        accept + ",\"leadAgency\":{\"value\":\"cshp;PCHP\"}",
                        accept
                                + ",\"leadAgency\":{\"value\":\"CSHP\"},\"coordinatingAgencies\":{\"value\":\"PCHP,XYZ\"}",
                        "\"decision\":{\"value\":\"merge\"},\"mergeInto\":{\"value\":\"HP1022-240916-999999-9\"}",
                        "\"decision\":{\"value\":\"refuse\"},\"refusalReason\":{\"value\":\"${1+1}\"},"
                                + "\"replyText\":{\"value\":\"Không\"}")
                .map(variables -> arguments(variables, CLASSIFY, "{\"variables\":{" + variables + "}}"));
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                arguments("no outcome", ACCEPT, "{}"),
                arguments("unknown outcome", ACCEPT, "{\"variables\":{\"outcome\":{\"value\":\"perhaps\"}}}"),
                arguments("unknown outcome", RESOLVE, "{\"variables\":{\"outcome\":{\"value\":\"perhaps\"}}}"),
                arguments(
                        "nobody suggested",
                        ACCEPT,
                        "{\"variables\":{\"outcome\":{\"value\":\"return\"},\"returnReason\":{\"value\":\"Nhầm\"},"
                                + "\"suggestedAgency\":{\"value\":\"XYZ\"}}}"),
                arguments("no date", RESOLVE, extension("mai")),
                arguments("a day that is none", RESOLVE, extension("2024-02-30")),
                arguments("the end of days", RESOLVE, extension("9999-12-31")),
                arguments("long ago", RESOLVE, extension("0001-01-01")),
                arguments("no JSON", CLASSIFY, "{"),
                arguments("a list", CLASSIFY, "[]"),
                arguments("a list of variables", CLASSIFY, "{\"variables\":[]}"),
                arguments("a text of variables", CLASSIFY, "{\"variables\":\"x\"}"));
    }

    private static String extension(String day) {
        return "{\"variables\":{\"outcome\":{\"value\":\"extend\"},\"extensionReason\":{\"value\":\"Chờ vật tư\"},"
                + "\"extendTo\":{\"value\":\"" + day + "\"}}}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "flags", "codes", "steps"})
    void what_no_form_would_send_is_refused_in_a_sentence_and_the_step_stays(String what, String step, String body) {
        var slip = cases.computeIfAbsent(step, this::waitingAt);
        var clerk = office.as(PERSON.get(step));
        var task = clerk.taskOf(slip, step);
        var before = traceOf(slip);

        for (var door : List.of("/complete", "/submit-form")) {
            isSentence(clerk.post("/task/" + task + door, body), 400);
        }

        assertThat(clerk.ask("/task/" + task).get("assignee").asText()).isEqualTo(PERSON.get(step));
        assertThat(traceOf(slip)).isEqualTo(before);
    }

    @Test
    void what_is_only_unusual_is_taken_as_it_was_meant() {
        var text = "<script>alert(1)</script> & “đèn” 💡 ${1+1} #{x} {ma} '; drop table petition; --\n"
                + "ạ".repeat(3_700);
        var slip = waitingAt(RESOLVE);
        var officer = office.as("cshpofficer");
        officer.showEvidence(slip);
        assertThat(officer.complete(
                                officer.taskOf(slip, RESOLVE),
                                Office.values("outcome", "done", "replyText", text, "petitionCode", "HP1022-1"))
                        .statusCode())
                .isEqualTo(204);
        // As text, as a form without a script would send it.
        office.as("cshpleader").does(slip, APPROVE, "approved", "true");
        office.as("operator").does(slip, CHECK, "approved", "true", "replyText", text);
        house.runDueJobs();

        assertThat(office.track(slip).at("/reply/text").asText()).isEqualTo(text);
        var letter = house.jdbc
                .sql("select body_html from notice where petition_code = ? and kind = 'reply' and state = 'sent'")
                .param(slip.code())
                .query(String.class)
                .single();
        assertThat(letter).contains("&lt;script&gt;alert(1)", "💡", "${1+1}").doesNotContain("<script>");
    }

    @Test
    void however_much_the_co_handling_agencies_have_to_say_the_lead_can_go_on() {
        var slip = office.receive();
        office.as("operator")
                .does(
                        slip,
                        CLASSIFY,
                        "decision",
                        "accept",
                        "field",
                        "chieu_sang",
                        "leadAgency",
                        "CSHP",
                        "coordinatingAgencies",
                        "PCHP,SXD");
        for (var agency : List.of("pchp", "sxd")) {
            office.as(agency + "focal").does(slip, ACCEPT, "outcome", "accept");
            office.as(agency + "officer").does(slip, "userTask_giveOpinion", "opinion", "ý kiến ".repeat(400));
        }
        office.as("cshpfocal").does(slip, ACCEPT, "outcome", "accept");

        office.as("cshpofficer").does(slip, RESOLVE, "outcome", "done", "replyText", "Đã thay bóng đèn.");

        assertThat(office.as("cshpleader").taskOf(slip, APPROVE)).isNotBlank();
    }

    // Other people's steps -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"cshpfocal", "cshpleader", "vpubofficer", "manager", "ruleadmin", "ruleapprover"})
    void strangers_neither_take_nor_complete_nor_hand_on_a_step(String stranger) {
        var slip = cases.computeIfAbsent("unclaimed", step -> office.receive());
        var task = office.as("operator").taskOf(slip, CLASSIFY);
        var clerk = office.as(stranger);
        var before = traceOf(slip);
        var answer = Office.values("decision", "answer", "replyText", "Đã rõ.");

        isSentence(clerk.claim(task), 403);
        isSentence(clerk.complete(task, answer), 403);
        isSentence(clerk.post("/task/" + task + "/submit-form", "{}"), 403);
        for (var door : List.of("/assignee", "/delegate", "/claim")) {
            assertThat(clerk.post("/task/" + task + door, "{\"userId\":\"" + stranger + "\"}")
                            .statusCode())
                    .as(door)
                    .isEqualTo(403);
        }

        assertThat(office.as("operator").ask("/task/" + task).get("assignee").isNull())
                .isTrue();
        assertThat(traceOf(slip)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cshpfocal", "coordinator", "nobody", "x\\u0000y", "<b>", "ĐIỀU PHỐI"})
    void a_step_is_taken_for_oneself_only(String somebodyElse) {
        var slip = cases.computeIfAbsent("unclaimed", step -> office.receive());
        var task = office.as("operator").taskOf(slip, CLASSIFY);

        for (var name : List.of(somebodyElse, somebodyElse + "x".repeat(5_000))) {
            isSentence(office.as("operator").post("/task/" + task + "/claim", "{\"userId\":\"" + name + "\"}"), 403);
        }

        assertThat(office.as("operator").ask("/task/" + task).get("assignee").isNull())
                .isTrue();
    }

    @Test
    void a_limit_is_not_moved_past_the_form() {
        var slip = cases.computeIfAbsent("unclaimed", step -> office.receive());
        var operator = office.as("operator");
        var task = operator.taskOf(slip, CLASSIFY);
        var due = operator.ask("/task/" + task).get("due");

        isSentence(operator.send("PUT", "/task/" + task, "{\"due\":\"2030-01-01T00:00:00.000+0700\"}"), 403);

        assertThat(operator.ask("/task/" + task).get("due")).isEqualTo(due);
    }

    @Test
    void of_many_who_complete_a_step_at_once_one_does_and_the_others_are_told() throws Exception {
        var slip = waitingAt(CLASSIFY);
        var operator = office.as("operator");
        var task = operator.taskOf(slip, CLASSIFY);
        Callable<HttpResponse<String>> complete =
                () -> operator.complete(task, Office.values("decision", "answer", "replyText", "Đã rõ."));
        var pool = Executors.newFixedThreadPool(8);
        var answers = new ArrayList<HttpResponse<String>>();
        try {
            for (var answer : pool.invokeAll(Collections.nCopies(8, complete), 1, TimeUnit.MINUTES)) {
                answers.add(answer.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        answers.stream().filter(answer -> answer.statusCode() != 204).forEach(answer -> isSentence(answer, 400));
        isSentence(complete.call(), 400);
        house.runDueJobs();
        assertThat(house.jdbc
                        .sql("select count(*) from notice where petition_code = ? and kind = 'reply'")
                        .param(slip.code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    // ----------------------------------------------------------------------------------------------------------------

    /** A case whose next step is this one, taken by the right person. */
    private Slip waitingAt(String step) {
        var slip = office.receive();
        switch (step) {
            case CLASSIFY -> {}
            case REFUSAL ->
                office.as("operator")
                        .does(
                                slip,
                                CLASSIFY,
                                "decision",
                                "refuse",
                                "refusalReason",
                                "quang_cao",
                                "replyText",
                                "Quảng cáo.");
            default -> assigned(slip, step);
        }
        var clerk = office.as(PERSON.get(step));
        assertThat(clerk.claim(clerk.taskOf(slip, step)).statusCode()).isEqualTo(204);
        return slip;
    }

    private void assigned(Slip slip, String step) {
        office.as("operator").does(slip, CLASSIFY, "decision", "accept", "field", "chieu_sang", "leadAgency", "CSHP");
        if (step.equals(ACCEPT)) {
            return;
        }
        office.as("cshpfocal").does(slip, ACCEPT, "outcome", "accept");
        if (step.equals(RESOLVE)) {
            return;
        }
        office.as("cshpofficer").does(slip, RESOLVE, "outcome", "done", "replyText", "Đã thay bóng đèn.");
        if (step.equals(CHECK)) {
            office.as("cshpleader").does(slip, APPROVE, "approved", true);
        }
    }

    /** What the register knows of a case: nothing of it may have moved. */
    private String traceOf(Slip slip) {
        return house.jdbc
                .sql("select state || ' ' || coalesce(reply_text, '') || ' ' || (select count(*) from petition_event"
                        + " where petition_code = code) || ' ' || (select count(*) from notice where petition_code ="
                        + " code) from petition where code = ?")
                .param(slip.code())
                .query(String.class)
                .single();
    }

    private static void isSentence(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Office.json(answer.body()).get("message").asText())
                .matches("(?s).*[ạảãàáăâđèéêìíòóôơùúưýỳ].*")
                .doesNotContain("Exception", "ENGINE-", "SQL", ".java", "stack trace")
                .doesNotContainPattern("\\b(java|org|com|vn)\\.\\w+\\.");
    }
}
