package vn.haiphong.hotline1022.process.maintain;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import vn.haiphong.hotline1022.application.maintain.ChangeCalendar.DayChange;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.process.engine.Groups;
import vn.haiphong.hotline1022.process.engine.internal.Reader;

/**
 * Reads and changes the calendar. Managers, coordinators and administrators may look; the administrators of the tables and of
 * the system change it. A refusal is a 400 with a sentence.
 */
@Consumes(MediaType.APPLICATION_JSON)
public class CalendarResource extends AbstractCockpitPluginResource {

    private static final Set<String> CHANGE = Set.of(Groups.RULE_ADMINS, Groups.ADMINISTRATORS);
    private static final Set<String> LOOK = Set.of(
            Groups.RULE_ADMINS, Groups.ADMINISTRATORS, Groups.RULE_APPROVERS, Groups.MANAGERS, Groups.COORDINATORS);

    CalendarResource(String engineName) {
        super(engineName);
    }

    /** @param version of the calendar that was seen when the change was weighed */
    record Wanted(List<DayChange> days, String reason, long version) {}

    /** Below the engine's name, since that is where Camunda's filter asks for a login. */
    @GET
    @Path("days")
    public Response show() {
        return answer(LOOK, () -> {
            var access = CalendarAccess.get();
            return Map.of(
                    "days", access.calendar().days(),
                    "changes", access.changes(),
                    "mayChange", isOneOf(CHANGE));
        });
    }

    @POST
    @Path("preview")
    public Response preview(String wanted) {
        return answer(CHANGE, () -> {
            var access = CalendarAccess.get();
            return access.words(
                    access.calendar().preview(access.read(wanted, Wanted.class).days()));
        });
    }

    @POST
    @Path("apply")
    public Response apply(String wanted) {
        return answer(CHANGE, () -> {
            var access = CalendarAccess.get();
            var change = access.read(wanted, Wanted.class);
            return Map.of("version", access.calendar().apply(change.days(), change.reason(), change.version()));
        });
    }

    @GET
    @Path("change/{version}/undo")
    public Response previewUndo(@PathParam("version") long version) {
        return answer(CHANGE, () -> {
            var access = CalendarAccess.get();
            return access.words(access.calendar().previewUndo(version));
        });
    }

    @POST
    @Path("change/{version}/undo")
    public Response undo(@PathParam("version") long version, String wanted) {
        return answer(CHANGE, () -> {
            var access = CalendarAccess.get();
            return Map.of(
                    "version",
                    access.calendar()
                            .undo(version, access.read(wanted, Wanted.class).reason()));
        });
    }

    private boolean isOneOf(Set<String> groups) {
        return Reader.of(getProcessEngine()).groups().stream().anyMatch(groups::contains);
    }

    private Response answer(Set<String> who, Supplier<Object> what) {
        if (!isOneOf(who)) {
            return say(Response.Status.FORBIDDEN, Map.of("message", "Bạn không có quyền với lịch làm việc."));
        }
        try {
            return say(Response.Status.OK, what.get());
        } catch (BusinessRefusal refusal) {
            return say(Response.Status.BAD_REQUEST, Map.of("message", refusal.getMessage(), "field", refusal.field()));
        }
    }

    private static Response say(Response.Status status, Object entity) {
        try {
            return Response.status(status)
                    .entity(CalendarAccess.get().write(entity))
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
