package vn.haiphong.hotline1022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** The diagrams read the same way everywhere, say what they rest on, and name nothing that does not exist. */
class ModelStyleTest {

    private static final int MOST_NODES = 20;
    private static final int MOST_ACTIVITIES = 12;
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern CALL = Pattern.compile("\\w+\\s*\\([^)]*\\)");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    /** Vietnamese, for the office: starts like a sentence, no identifiers. */
    private static final Pattern OFFICE_NAME = Pattern.compile("\\p{Lu}[\\p{L}\\d ,()–-]*\\??");

    static Stream<Model> models() {
        return Models.all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_file_is_named_after_the_one_process_in_it(Model model) {
        var processes = model.all(Process.class);

        assertThat(processes).hasSize(1);
        assertThat(processes.iterator().next().getId()).isEqualTo(model.name());
        assertThat(processes.iterator().next().isExecutable()).isTrue();
        assertThat(processes.iterator().next().getCamundaHistoryTimeToLiveString())
                .as("as long as the words of an answered case, 120 months in register.retention_class (Giả định A-23)")
                .isEqualTo("P3650D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_id_says_what_kind_of_element_it_is(Model model) {
        for (var element : model.all(FlowElement.class)) {
            var prefix = prefixOf(element);
            assertThat(element.getId()).as(model.name()).startsWith(prefix + "_");
            var verb = element.getId().substring(prefix.length() + 1);
            assertThat(verb.split("_"))
                    .allMatch(part -> CAMEL_CASE.matcher(part).matches());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_flow_is_named_after_where_it_leads(Model model) {
        for (var flow : model.all(SequenceFlow.class)) {
            assertThat(flow.getId()).isEqualTo("flow_" + subject(flow.getSource()) + "_" + subject(flow.getTarget()));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatever_people_see_has_a_name_in_the_words_of_the_office(Model model) {
        for (var node : model.all(FlowNode.class)) {
            if (isSeen(node)) {
                assertThat(node.getName()).as(model.name() + " " + node.getId()).isNotBlank();
                assertThat(node.getName())
                        .as(model.name() + " " + node.getId())
                        .matches(OFFICE_NAME)
                        .isEqualTo(node.getName().strip());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_with_a_choice_is_a_question_and_its_ways_are_the_answers(Model model) {
        for (var gateway : model.all(Gateway.class)) {
            if (gateway.getOutgoing().size() > 1 && !isParallel(gateway)) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            }
            if (gateway.getOutgoing().size() > 1
                    && gateway.getElementType().getTypeName().equals("exclusiveGateway")) {
                assertThat(gateway.getOutgoing())
                        .allSatisfy(
                                way -> assertThat(way.getName()).as(way.getId()).isNotBlank())
                        .as("one way is the default, the others have a condition: " + gateway.getId())
                        .filteredOn(way -> way.getConditionExpression() == null)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_activity_says_what_it_rests_on(Model model) {
        for (var activity : model.all(Activity.class)) {
            assertThat(Grounds.of(activity))
                    .as(model.name() + " " + activity.getId() + " needs a ground in its documentation")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_diagram_fits_one_glance(Model model) {
        assertThat(model.all(Activity.class)).as("activities").hasSizeLessThanOrEqualTo(MOST_ACTIVITIES);
        var ends = model.all(EndEvent.class).size();
        assertThat(model.all(FlowNode.class).size() - ends)
                .as("nodes to read, ends not counted")
                .isLessThanOrEqualTo(MOST_NODES);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_node_and_flow_is_drawn(Model model) {
        var drawn = Stream.concat(
                        model.all(BpmnShape.class).stream()
                                .map(shape -> shape.getBpmnElement().getId()),
                        model.all(BpmnEdge.class).stream()
                                .map(edge -> edge.getBpmnElement().getId()))
                .toList();

        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(model.all(FlowElement.class).stream()
                        .map(FlowElement::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void there_are_no_lanes_no_scripts_no_classes_and_no_calls(Model model) {
        assertThat(model.all(LaneSet.class)).isEmpty();
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.all(Script.class)).isEmpty();
        assertThat(model.text()).doesNotContain("camunda:class=", "camunda:script", "camunda:expression=");
        EXPRESSION
                .matcher(model.text())
                .results()
                .forEach(expression -> assertThat(
                                CALL.matcher(expression.group()).find())
                        .as(model.name() + " calls something in " + expression.group())
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_delegate_is_a_component_of_ours_with_one_purpose(Model model) {
        var components = components();
        for (var use : model.delegates()) {
            var bean = BEAN.matcher(use.expression());
            if (!bean.matches()) {
                fail("%s: %s is not the name of a bean", model.name(), use.expression());
            }
            assertThat(components).as(model.name()).containsKey(bean.group(1));
            assertThat(use.kindOfBean().isAssignableFrom(components.get(bean.group(1))))
                    .as("%s: %s is a %s", model.name(), use.expression(), use.kindOfBean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_service_task_is_named_after_its_delegate(Model model) {
        for (var task : model.all(ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + subject(task) + "Delegate}");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_form_is_there_and_belongs_to_the_deployed_regulation(Model model) {
        for (var task : model.all(UserTask.class)) {
            var form = task.getCamundaFormRef();
            assertThat(form).as(task.getId()).isEqualTo(kebab(subject(task)));
            assertThat(Path.of("forms", form + ".form")).exists();
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_called_diagram_is_there_and_belongs_to_the_deployed_regulation(Model model) {
        for (var call : model.all(CallActivity.class)) {
            assertThat(Path.of("bpmn", call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_table_is_asked_in_the_version_of_its_administrators(Model model) {
        for (var task : model.all(BusinessRuleTask.class)) {
            assertThat(task.getCamundaDecisionRefBinding()).as(task.getId()).isEqualTo("latest");
            assertThat(task.getCamundaMapDecisionResult())
                    .as("read by a listener")
                    .isNull();
        }
    }

    @Test
    void every_table_a_diagram_asks_is_there_and_named_after_its_file() throws IOException {
        var folder = Path.of("dmn");
        var asked = models().flatMap(model -> model.all(BusinessRuleTask.class).stream())
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .distinct()
                .toList();

        assertThat(asked).isNotEmpty().allSatisfy(key -> {
            var file = folder.resolve(key + ".dmn");
            assertThat(file).exists();
            assertThat(Files.readString(file)).contains("<decision id=\"" + key + "\"");
        });
    }

    @Test
    void no_form_is_left_over() throws IOException {
        var asked = models().flatMap(model -> model.all(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toSet());
        try (var forms = Files.list(Path.of("forms"))) {
            assertThat(forms.map(form -> form.getFileName().toString().replace(".form", "")))
                    .containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    void no_delegate_is_left_over() {
        var used = models().flatMap(model -> model.delegates().stream())
                .map(use -> use.expression().replaceAll("[${}]", ""))
                .collect(Collectors.toSet());

        assertThat(components().keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static String prefixOf(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return "flow";
        }
        if (element instanceof Gateway) {
            return "gateway";
        }
        if (element instanceof EndEvent) {
            return "endEvent";
        }
        if (element instanceof Event) {
            return "event";
        }
        return element.getElementType().getTypeName();
    }

    /** {@code serviceTask_sendReply} → {@code sendReply} */
    static String subject(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static boolean isSeen(FlowNode node) {
        if (node instanceof Gateway gateway) {
            return gateway.getOutgoing().size() > 1 && !isParallel(gateway);
        }
        // Inside of an expanded subprocess that has a name, its plain start and end speak for themselves.
        return !(node instanceof Event event
                && node.getParentElement() instanceof SubProcess
                && event.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.EventDefinition.class)
                        .isEmpty());
    }

    private static boolean isParallel(Gateway gateway) {
        return gateway.getElementType().getTypeName().equals("parallelGateway");
    }

    /** Delegates and listeners of the class path, by bean name; without starting Spring. */
    private static Map<String, Class<?>> components() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        var found = new HashMap<String, Class<?>>();
        for (var candidate : scanner.findCandidateComponents("vn.haiphong.hotline1022.process")) {
            try {
                var type = Class.forName(
                        ((AnnotatedBeanDefinition) candidate).getMetadata().getClassName());
                if (JavaDelegate.class.isAssignableFrom(type)
                        || ExecutionListener.class.isAssignableFrom(type)
                        || TaskListener.class.isAssignableFrom(type)) {
                    found.put(Introspector.decapitalize(type.getSimpleName()), type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }
}
