package vn.haiphong.hotline1022.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What a step takes and what its form asks are written in two places. */
class StepInputsTest {

    @Test
    void a_step_takes_exactly_what_its_form_asks() throws IOException {
        var taken = new TreeMap<String, Set<String>>();
        PetitionVariables.INPUTS.forEach((step, inputs) -> taken.put(step, inputs.keySet()));

        assertThat(taken).isEqualTo(askedByTheForms());
    }

    private static Map<String, Set<String>> askedByTheForms() throws IOException {
        var asked = new TreeMap<String, Set<String>>();
        try (var models = Files.list(Path.of("bpmn"))) {
            for (var model : models.toList()) {
                for (var task : Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(UserTask.class)) {
                    var form = Path.of("forms", task.getCamundaFormRef() + ".form");
                    var keys = new TreeSet<String>();
                    collect(new ObjectMapper().readTree(form.toFile()), keys);
                    asked.put(task.getId(), keys);
                }
            }
        }
        return asked;
    }

    private static void collect(JsonNode node, Set<String> keys) {
        for (var component : node.path("components")) {
            if (component.has("key") && !component.path("disabled").asBoolean()) {
                keys.add(component.get("key").asText());
            }
            collect(component, keys);
        }
    }
}
