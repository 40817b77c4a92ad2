package vn.haiphong.hotline1022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/**
 * From the ground to the step, to what carries it out, to the tests that hold it: written out of the diagrams and the tests,
 * never by hand.
 */
class RegulationTraceTest {

    private static final Path TRACE = Path.of("src/docs/regulation-trace.md");
    private static final String START = "<!-- TRACE START -->";
    private static final String END = "<!-- TRACE END -->";
    private static final String HOW = "mvn test -Dtest=RegulationTraceTest -Dwrite";
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
    private static final List<String> WAY = List.of(
            "petition-handling",
            "petition-classification",
            "supplement-request",
            "petition-assignment",
            "co-handling",
            "agency-handling",
            "deadline-extension",
            "competence-settlement",
            "reply-delivery",
            "planned-work",
            "citizen-message",
            "satisfaction-call",
            "notice-delivery",
            "directory-change",
            "calendar-change");
    /** They look at every element, so they say nothing about one. */
    private static final List<String> ABOUT_ALL = List.of("RegulationTraceTest", "ModelStyleTest", "AssumptionsTest");

    /** @param tags its own and those of its class; @param text its body, in which elements are named */
    private record TestMethod(String name, TreeSet<String> tags, String text) {}

    private record Row(List<String> grounds, String cells) {}

    @Test
    void the_trace_says_what_the_diagrams_and_the_tests_say() throws IOException {
        var table = table();
        var document = Files.readString(TRACE);
        var start = document.indexOf(START) + START.length();
        var end = document.indexOf(END);
        assertThat(end).as("%s needs %s and %s", TRACE, START, END).isGreaterThan(start);
        if (System.getProperty("write") != null) {
            Files.writeString(TRACE, document.substring(0, start) + "\n" + table + document.substring(end));
            return;
        }

        assertThat(document.substring(start, end).strip())
                .as("%s is out of date; this writes it: %s", TRACE, HOW)
                .isEqualTo(table.strip());
    }

    @Test
    void every_ground_of_a_step_is_a_letter_a_law_or_a_listed_assumption() throws IOException {
        var assumptions = Files.readString(Path.of("src/docs/assumptions.md"));
        var grounds = Models.all().stream()
                .flatMap(RegulationTraceTest::steps)
                .flatMap(step -> Grounds.of(step).stream())
                .distinct()
                .toList();

        assertThat(grounds).isNotEmpty().allSatisfy(ground -> {
            if (ground.startsWith("A-")) {
                assertThat(assumptions).contains("| " + ground + " |");
            }
        });
    }

    private static String table() {
        var tests = tests();
        var rows = new ArrayList<Row>();
        var models = Models.all().stream()
                .sorted(Comparator.comparingInt((Model model) -> rank(model.name()))
                        .thenComparing(Model::name))
                .toList();
        for (var model : models) {
            steps(model).forEach(step -> rows.add(row(model, step, tests)));
        }
        rows.sort(Comparator.comparing(row -> order(row.grounds()))); // stable: the way of a petition within a ground
        var table = new StringBuilder(
                "\n| Ground | Step | Name | Diagram | Carried out by | Tests |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.cells()).append('\n'));
        return table.append('\n').toString();
    }

    private static Row row(Model model, FlowNode step, List<TestMethod> tests) {
        var grounds = Grounds.of(step);
        var cells = List.of(
                String.join(", ", grounds),
                "`" + step.getId() + "`",
                step.getName() == null ? "" : step.getName(),
                model.name(),
                carriedOutBy(step),
                String.join("<br>", testsOf(step, grounds, tests)));
        return new Row(grounds, "| " + String.join(" | ", cells) + " |");
    }

    /** Those tagged with a ground of the step; where there are none, those that name the step. */
    private static List<String> testsOf(FlowNode step, List<String> grounds, List<TestMethod> tests) {
        var tagged = tests.stream()
                .filter(test -> grounds.stream().anyMatch(test.tags()::contains))
                .map(TestMethod::name)
                .toList();
        return tagged.isEmpty()
                ? tests.stream()
                        .filter(test -> test.text().contains("\"" + step.getId() + "\""))
                        .map(TestMethod::name)
                        .toList()
                : tagged;
    }

    private static String carriedOutBy(FlowNode step) {
        var parts = new ArrayList<String>();
        if (step instanceof UserTask task) {
            parts.add("form `" + task.getCamundaFormRef() + "`");
        } else if (step instanceof BusinessRuleTask task) {
            parts.add("table `" + task.getCamundaDecisionRef() + "`");
        } else if (step instanceof CallActivity call) {
            parts.add("diagram `" + call.getCalledElement() + "`");
        }
        Model.delegatesOf(step).stream()
                .map(use -> use.expression().replaceAll("[${}]", ""))
                .distinct()
                .map(bean -> "`" + Character.toUpperCase(bean.charAt(0)) + bean.substring(1) + "`")
                .forEach(parts::add);
        return String.join(", ", parts);
    }

    /** Activities and documented events, in the order they are written down. */
    private static Stream<FlowNode> steps(Model model) {
        return model.all(FlowNode.class).stream()
                .filter(node -> node instanceof Activity || node instanceof Event)
                .filter(node -> !Grounds.of(node).isEmpty())
                .sorted(Comparator.comparingInt(node -> model.text().indexOf(" id=\"" + node.getId() + "\"")));
    }

    private static int rank(String model) {
        return WAY.contains(model) ? WAY.indexOf(model) : WAY.size();
    }

    /** The letter first, then laws, then assumptions by number. */
    private static String order(List<String> grounds) {
        var first = grounds.get(0);
        return (first.startsWith("Công văn") ? "0" : first.startsWith("A-") ? "2" : "1") + first;
    }

    private static List<TestMethod> tests() {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .filter(file -> !ABOUT_ALL.contains(nameOf(file)))
                    .flatMap(RegulationTraceTest::testsIn)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test begins with its annotations and ends where the next one begins. */
    private static Stream<TestMethod> testsIn(Path file) {
        try {
            var text = Files.readString(file);
            var parts = text.split("(?m)^(?=    @(?:Tag|Test|ParameterizedTest|Property)\\b)");
            var ofTheClass = tagsIn(parts[0]);
            var found = new ArrayList<TestMethod>();
            var waiting = new StringBuilder(); // annotations of the test that follows
            for (var part : List.of(parts).subList(1, parts.length)) {
                waiting.append(part);
                var method = METHOD.matcher(part);
                if (method.find()) {
                    var tags = tagsIn(waiting.toString());
                    tags.addAll(ofTheClass);
                    found.add(
                            new TestMethod("`" + nameOf(file) + "." + method.group(1) + "`", tags, waiting.toString()));
                    waiting.setLength(0);
                }
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> tagsIn(String text) {
        var tags = new TreeSet<String>();
        TAG.matcher(text).results().forEach(tag -> tags.add(tag.group(1)));
        return tags;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
