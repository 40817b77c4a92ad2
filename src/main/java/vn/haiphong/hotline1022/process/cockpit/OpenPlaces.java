package vn.haiphong.hotline1022.process.cockpit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.Colleagues;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** Where cases stand in their diagrams and who has them: the way from the board to Cockpit's own pages. */
@Component
class OpenPlaces {

    private final ProcessEngine engine;
    private final Colleagues colleagues;

    OpenPlaces(@Lazy ProcessEngine engine, Colleagues colleagues) {
        this.engine = engine;
        this.colleagues = colleagues;
    }

    /**
     * @param process what its diagram is called
     * @param agency empty for 1022
     * @param task null where nobody has anything to do, as while a letter is on its way
     * @param holder who took the task; null: nobody yet
     */
    record Place(String instance, String process, String agency, String task, String holder) {}

    /** By code; the first place of a case is where somebody has something to do, if anywhere. */
    Map<String, List<Place>> of(List<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return AsTheHouse.call(engine, () -> {
            var instances = instances(codes);
            var tasks = instances.isEmpty() ? List.<Task>of() : tasks(instances);
            var byInstance = tasks.stream().collect(Collectors.groupingBy(Task::getProcessInstanceId));
            var places = new HashMap<String, List<Place>>();
            for (var instance : instances) {
                var here = places.computeIfAbsent(instance.getBusinessKey(), code -> new ArrayList<>());
                var open = byInstance.getOrDefault(instance.getId(), List.of());
                open.forEach(task -> here.add(0, place(instance, task)));
                if (open.isEmpty()) {
                    here.add(place(instance, null));
                }
            }
            return places;
        });
    }

    private List<ProcessInstance> instances(List<String> codes) {
        var query = engine.getRuntimeService()
                .createNativeProcessInstanceQuery()
                .sql("select * from ACT_RU_EXECUTION where ID_ = PROC_INST_ID_ and BUSINESS_KEY_ in ("
                        + IntStream.range(0, codes.size())
                                .mapToObj(i -> "#{code" + i + "}")
                                .collect(Collectors.joining(","))
                        + ")");
        for (var i = 0; i < codes.size(); i++) {
            query = query.parameter("code" + i, codes.get(i));
        }
        return query.list();
    }

    private List<Task> tasks(List<ProcessInstance> instances) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceIdIn(
                        instances.stream().map(ProcessInstance::getId).toArray(String[]::new))
                .list();
    }

    private Place place(ProcessInstance instance, Task task) {
        return new Place(
                instance.getId(),
                engine.getRepositoryService()
                        .getProcessDefinition(instance.getProcessDefinitionId())
                        .getName(),
                instance.getTenantId() == null ? "" : instance.getTenantId(),
                task == null ? null : task.getName(),
                task == null || task.getAssignee() == null ? null : colleagues.nameOf(task.getAssignee()));
    }
}
