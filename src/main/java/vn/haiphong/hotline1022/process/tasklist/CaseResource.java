package vn.haiphong.hotline1022.process.tasklist;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Version;
import vn.haiphong.hotline1022.application.inform.OpenFiles.Waiting;
import vn.haiphong.hotline1022.application.inform.OpenedFile;
import vn.haiphong.hotline1022.application.inform.ShowCase;
import vn.haiphong.hotline1022.application.receive.JudgeFiles;
import vn.haiphong.hotline1022.application.reply.PreviewReply;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.process.AsTheHouse;
import vn.haiphong.hotline1022.process.engine.internal.Reader;

/**
 * The case behind a task. First the engine says whether this person may see the task, with all its rights and tenants;
 * then the use case says what of the petition that person may know. Either refusal looks like a task that is not there.
 */
public class CaseResource extends AbstractTasklistPluginResource {

    private static final int LARGEST_PREVIEW = 64 * 1024;

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
                .filter(code -> access.showCase().isOpenTo(code, reader.groups()))
                .map(code -> access.answer(access.whyDecided().latest(code)))
                .orElseGet(CaseResource::notThere);
    }

    /** What the citizen wrote after the petition itself: a form of this task asks for an answer to it. */
    @GET
    @Path("messages")
    @Produces(MediaType.APPLICATION_JSON)
    public Response messages() {
        var access = CaseFileAccess.get();
        var reader = Reader.of(getProcessEngine());
        return petitionCode()
                .flatMap(code -> access.showCase().messages(code, reader.userId(), reader.groups()))
                .map(access::answer)
                .orElseGet(CaseResource::notThere);
    }

    /** The letter of reply as issued. */
    @GET
    @Path("letter")
    public Response letter() {
        var access = CaseFileAccess.get();
        var reader = Reader.of(getProcessEngine());
        return petitionCode()
                .filter(code -> access.showCase().mayReadLetter(code, reader.userId(), reader.groups()))
                .flatMap(code -> access.readLetter().ofAnswer(code))
                .map(file -> paper(file.pdf(), file.name()))
                .orElseGet(CaseResource::notThere);
    }

    /** @param version thumbnail, original (for 1022 alone); anything else is the copy without place and device */
    @GET
    @Path("attachment/{id}")
    public Response attachment(@PathParam("id") long id, @QueryParam("version") String version) {
        var reader = Reader.of(getProcessEngine());
        return petitionCode()
                .flatMap(code -> CaseFileAccess.get()
                        .openFiles()
                        .forStaff(code, id, Version.of(version), reader.userId(), reader.groups()))
                .map(opened -> opened instanceof OpenedFile file
                        ? served(file)
                        : said(Response.Status.SERVICE_UNAVAILABLE, Waiting.WORDS))
                .orElseGet(CaseResource::notThere);
    }

    /** One file, its bytes alone: the webapp's Jersey knows no forms with files. */
    @POST
    @Path("evidence")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Response evidence(@QueryParam("name") String name, @QueryParam("shows") String shows, InputStream body)
            throws IOException {
        var access = CaseFileAccess.get();
        var code = petitionCode().filter(access.addEvidence()::mayAdd);
        if (code.isEmpty()) {
            return notThere();
        }
        // One byte more than the largest says that it is too large.
        var bytes = body.readNBytes((int) access.judgeFiles().largestBytes() + 1);
        var judged = access.judgeFiles().of(List.of(new Sent(name, bytes)));
        if (!judged.faults().isEmpty()) {
            return said(Response.Status.BAD_REQUEST, judged.faults().get(0).vietnamese() + ".");
        }
        try {
            return access.addEvidence().to(code.get(), judged.files(), shows)
                    ? said(
                            Response.Status.CREATED,
                            "Đã thêm “" + judged.files().get(0).name() + "”.")
                    : notThere();
        } catch (BusinessRefusal refusal) {
            return said(Response.Status.BAD_REQUEST, refusal.getMessage());
        }
    }

    private record Sent(String name, byte[] bytes) implements JudgeFiles.Upload {

        @Override
        public long size() {
            return bytes.length;
        }
    }

    /** Texts to begin an answer with. */
    @GET
    @Path("templates")
    @Produces(MediaType.APPLICATION_JSON)
    public Response templates() {
        var access = CaseFileAccess.get();
        var groups = Reader.of(getProcessEngine()).groups();
        return petitionCode()
                .filter(code -> access.showCase().isOpenTo(code, groups))
                .map(code -> access.answer(access.offerTemplates().forCase(code)))
                .orElseGet(CaseResource::notThere);
    }

    /** What would go to the citizen, with what stands in the form. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response preview(InputStream body) throws IOException {
        var access = CaseFileAccess.get();
        return previewed(
                body,
                (code, typed, knowsCitizen) ->
                        access.answer(access.previewReply().of(code, typed, knowsCitizen)));
    }

    /** The letter as it would go out, marked as a draft. */
    @POST
    @Path("preview/letter")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response previewLetter(InputStream body) throws IOException {
        var access = CaseFileAccess.get();
        return previewed(
                body,
                (code, typed, knowsCitizen) ->
                        paper(access.previewReply().letter(code, typed, knowsCitizen), "du-thao-" + code + ".pdf"));
    }

    private interface Preview {
        Response of(String code, PreviewReply.Typed typed, boolean knowsCitizen);
    }

    private Response previewed(InputStream body, Preview preview) throws IOException {
        var access = CaseFileAccess.get();
        var bytes = body.readNBytes(LARGEST_PREVIEW + 1);
        var typed = bytes.length > LARGEST_PREVIEW
                ? Optional.<PreviewReply.Typed>empty()
                : access.read(bytes, PreviewReply.Typed.class);
        if (typed.isEmpty()) {
            return said(Response.Status.BAD_REQUEST, "Không đọc được nội dung cần xem trước.");
        }
        var reader = Reader.of(getProcessEngine());
        var code = petitionCode()
                .filter(found -> access.showCase()
                        .forTask(found, reader.userId(), reader.groups())
                        .isPresent());
        if (code.isEmpty()) {
            return notThere();
        }
        try {
            return preview.of(code.get(), typed.get(), ShowCase.knowsPetitioner(reader.groups()));
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

    private static Response paper(byte[] pdf, String name) {
        return Response.ok(pdf)
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response served(OpenedFile file) {
        var answer = Response.ok(file.bytes()).type(file.mediaType());
        file.headers().forEach(answer::header);
        return answer.build();
    }

    private static Response said(Response.Status status, String message) {
        return CaseFileAccess.get().answer(status, Map.of("message", message));
    }

    private static Response notThere() {
        return said(Response.Status.NOT_FOUND, "Không có hồ sơ này, hoặc bạn không được xem.");
    }
}
