package vn.haiphong.hotline1022.process.tasklist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;
import vn.haiphong.hotline1022.application.port.CaseFiles.Attachment;
import vn.haiphong.hotline1022.process.AsTheHouse;
import vn.haiphong.hotline1022.process.engine.internal.Reader;

/**
 * The case behind a task. First the engine says whether this person may see the task, with all its rights and tenants;
 * then the use case says what of the petition that person may know. Either refusal looks like a task that is not there.
 */
public class CaseResource extends AbstractTasklistPluginResource {

    /** A browser may be told what these are; anything else is bytes. */
    private static final Set<String> HARMLESS = Set.of("image/jpeg", "image/png", "application/pdf");

    private final String taskId;

    CaseResource(String engineName, String taskId) {
        super(engineName);
        this.taskId = taskId;
    }

    @GET
    @Path("case")
    @Produces(MediaType.APPLICATION_JSON)
    public Response show() {
        var access = CaseFileAccess.get();
        var reader = Reader.of(getProcessEngine());
        return petitionCode()
                .flatMap(code -> access.showCase()
                        .forTask(code, reader.userId(), reader.groups())
                        .map(access::answer))
                .orElseGet(CaseResource::notThere);
    }

    /** What the tables said, for whoever may see the case. */
    @GET
    @Path("why")
    @Produces(MediaType.APPLICATION_JSON)
    public Response why() {
        var access = CaseFileAccess.get();
        var reader = Reader.of(getProcessEngine());
        return petitionCode()
                .filter(code -> access.showCase()
                        .forTask(code, reader.userId(), reader.groups())
                        .isPresent())
                .map(code -> access.answer(access.whyDecided().latest(code)))
                .orElseGet(CaseResource::notThere);
    }

    @GET
    @Path("attachment/{id}")
    public Response attachment(@PathParam("id") long id) {
        var reader = Reader.of(getProcessEngine());
        return petitionCode()
                .flatMap(code -> CaseFileAccess.get().showCase().attachment(code, id, reader.userId(), reader.groups()))
                .map(CaseResource::download)
                .orElseGet(CaseResource::notThere);
    }

    /** From the business key, not from the variable of that name: whoever has a task can write its variables. */
    private Optional<String> petitionCode() {
        var engine = getProcessEngine();
        return Optional.ofNullable(
                        engine.getTaskService().createTaskQuery().taskId(taskId).singleResult())
                .map(task -> AsTheHouse.call(
                        engine,
                        () -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .singleResult()))
                .map(ProcessInstance::getBusinessKey);
    }

    private static Response download(Attachment file) {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.bytes())
                .type(HARMLESS.contains(file.mediaType()) ? file.mediaType() : MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response notThere() {
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity("{\"message\":\"Không có hồ sơ này, hoặc bạn không được xem.\"}")
                .build();
    }
}
