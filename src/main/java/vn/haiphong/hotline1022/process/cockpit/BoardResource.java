package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import vn.haiphong.hotline1022.application.port.CaseResults.Lateness;
import vn.haiphong.hotline1022.application.port.LateLimits.Which;
import vn.haiphong.hotline1022.process.AsTheHouse;

/** The board's questions. Each answers as a page, or with {@code format=csv|xlsx} as a file of the whole list. */
public class BoardResource extends BoardDoor {

    private static final Map<String, Which> WHICH =
            Map.of("late", Which.LATE, "soon", Which.SOON, "paused", Which.PAUSED);
    private static final Map<String, Lateness> LATENESS =
            Stream.of(Lateness.values()).collect(Collectors.toMap(Lateness::key, lateness -> lateness));

    BoardResource(String engineName) {
        super(engineName);
    }

    @GET
    @Path("filters")
    public Response filters() {
        var board = forReaders();
        return board.answer(Map.of("choices", board.filters.now(), "manager", isManager()));
    }

    @GET
    @Path("late")
    public Response late(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        var agency = asked.text("agency");
        var step = asked.text("step");
        var level = asked.number("level", null);
        return board.answer(
                asked,
                () -> board.countLate.now(agency, step, level),
                "dang-qua-han",
                () -> board.countLate.sheet(agency, step, level, asked.text("by", "agency")));
    }

    @GET
    @Path("late/list")
    public Response lateList(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        var which = Optional.ofNullable(asked.one("which", WHICH)).orElse(Which.LATE);
        var agency = asked.text("agency");
        var step = asked.text("step");
        var level = asked.number("level", null);
        return board.answer(
                asked,
                () -> {
                    var found = board.listLate.of(which, agency, step, level, asked.part());
                    var codes = found.rows().stream()
                            .map(line -> line.code())
                            .distinct()
                            .toList();
                    return Map.of("list", found, "places", board.openPlaces.of(codes));
                },
                "viec-qua-han",
                () -> board.listLate.sheet(which, agency, step, level));
    }

    @GET
    @Path("rates")
    public Response rates(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        var days = days(board, asked);
        var agency = asked.text("agency");
        var field = asked.text("field");
        return board.answer(
                asked,
                () -> board.rateAnswers.of(days.from(), days.to(), agency, field),
                "ty-le-dung-han",
                () -> board.rateAnswers.sheet(days.from(), days.to(), agency, field, asked.text("by", "agency")));
    }

    @GET
    @Path("results")
    public Response results(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        var days = days(board, asked);
        var code = asked.text("code");
        var agency = asked.text("agency");
        var field = asked.text("field");
        var lateness = asked.one("lateness", LATENESS);
        return board.answer(
                asked,
                () -> board.searchResults.matching(days.from(), days.to(), code, agency, field, lateness, asked.part()),
                "ho-so-da-ket-thuc",
                () -> board.searchResults.sheet(days.from(), days.to(), code, agency, field, lateness));
    }

    @GET
    @Path("activities")
    public Response activities(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        var days = days(board, asked);
        var process = process(asked);
        return board.answer(Map.of(
                "process",
                process.getKey(),
                "processName",
                process.getName(),
                "names",
                new ActivityNames(getProcessEngine()).of(process.getId()),
                "figures",
                board.measureActivities.of(process.getKey(), days.from(), days.to())));
    }

    @GET
    @Path("activities/places")
    public Response places(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        var process = process(asked);
        var activity = asked.text("activity", "");
        return board.answer(Map.of(
                "activity",
                new ActivityNames(getProcessEngine()).of(process.getId()).getOrDefault(activity, activity),
                "list",
                board.measureActivities.at(process.getKey(), activity, asked.is("late"), asked.part())));
    }

    /** A whole case, by its code or by a process instance of it. */
    @GET
    @Path("record")
    public Response record(@Context UriInfo uri) {
        var board = forReaders();
        var asked = Asked.of(uri);
        return Optional.ofNullable(asked.text("code"))
                .or(() -> Optional.ofNullable(asked.text("instance")).map(this::codeOf))
                .flatMap(board.showRecord::of)
                .map(record ->
                        board.answer(Map.of("record", record, "places", board.openPlaces.of(List.of(record.code())))))
                .orElseThrow(() -> refused(Response.Status.NOT_FOUND, "Không có hồ sơ này."));
    }

    private String codeOf(String instance) {
        return AsTheHouse.call(
                getProcessEngine(),
                () -> Optional.ofNullable(getProcessEngine()
                                .getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(instance)
                                .singleResult())
                        .map(HistoricProcessInstance::getBusinessKey)
                        .orElse(null));
    }

    /** By the id of a version, or the key of a process. */
    private ProcessDefinition process(Asked asked) {
        var wanted = asked.text("definition", "petition-handling");
        return AsTheHouse.call(getProcessEngine(), () -> {
            var definitions = getProcessEngine().getRepositoryService();
            return Optional.ofNullable(definitions
                            .createProcessDefinitionQuery()
                            .processDefinitionId(wanted)
                            .singleResult())
                    .or(() -> Optional.ofNullable(definitions
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(wanted)
                            .latestVersion()
                            .singleResult()))
                    .orElseThrow(() -> refused(Response.Status.NOT_FOUND, "Không có sơ đồ này."));
        });
    }

    private record Days(LocalDate from, LocalDate to) {}

    /** The last thirty days, today included, unless others are asked for. */
    private static Days days(BoardAccess board, Asked asked) {
        var last = asked.day("to", board.filters.now().today());
        var first = asked.day("from", last.minusDays(29));
        if (first.isAfter(last)) {
            throw refused(Response.Status.BAD_REQUEST, "Ngày đầu kỳ phải trước ngày cuối kỳ.");
        }
        return new Days(first, last);
    }
}
