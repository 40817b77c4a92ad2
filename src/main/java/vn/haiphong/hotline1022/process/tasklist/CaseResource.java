package vn.haiphong.hotline1022.process.tasklist;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;
import vn.haiphong.hotline1022.application.inform.ShowCase;
import vn.haiphong.hotline1022.application.port.CaseFiles.Attachment;
import vn.haiphong.hotline1022.application.resolve.ChooseEnding;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
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

    /** Texts to begin an answer with. */
    @GET
    @Path("templates")
    @Produces(MediaType.APPLICATION_JSON)
    public Response templates() {
        var access = CaseFileAccess.get();
        return previewed(
                (code, knowsCitizen) -> access.answer(access.offerTemplates().forCase(code)));
    }

    /** The e-mail as it would go to the citizen, with what stands in the form. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response preview(
            @FormParam("text") String text,
            @FormParam("ending") String ending,
            @FormParam("plannedUntil") String plannedUntil,
            @FormParam("handedTo") String handedTo) {
        var access = CaseFileAccess.get();
        return previewed((code, knowsCitizen) -> access.answer(access.previewReply()
                .mail(code, text, new ChooseEnding.Given(ending, plannedUntil, handedTo), knowsCitizen)));
    }

    /** The letter as it would go out, marked as a draft. */
    @POST
    @Path("preview/letter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response previewLetter(
            @FormParam("text") String text,
            @FormParam("ending") String ending,
            @FormParam("plannedUntil") String plannedUntil,
            @FormParam("handedTo") String handedTo) {
        return previewed((code, knowsCitizen) -> download(new Attachment(
                "du-thao.pdf",
                "application/pdf",
                CaseFileAccess.get()
                        .previewReply()
                        .letter(code, text, new ChooseEnding.Given(ending, plannedUntil, handedTo), knowsCitizen))));
    }

    private interface Preview {
        Response of(String code, boolean knowsCitizen);
    }

    private Response previewed(Preview preview) {
        var access = CaseFileAccess.get();
        var reader = Reader.of(getProcessEngine());
        var code = petitionCode()
                .filter(found -> access.showCase()
                        .forTask(found, reader.userId(), reader.groups())
                        .isPresent());
        if (code.isEmpty()) {
            return notThere();
        }
        try {
            return preview.of(code.get(), ShowCase.knowsPetitioner(reader.groups()));
        } catch (BusinessRefusal refusal) {
            return Response.status(422)
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(access.answer(Map.of("message", refusal.getMessage()))
                            .getEntity())
                    .build();
        }
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
