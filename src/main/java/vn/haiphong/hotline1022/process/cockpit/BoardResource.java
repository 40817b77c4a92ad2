package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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
    public Response late(
            @QueryParam("agency") String agency,
            @QueryParam("step") String step,
            @QueryParam("level") String level,
            @QueryParam("by") String by,
            @QueryParam("format") String format) {
        var board = forReaders();
        var rung = number(level, null);
        return format == null
                ? board.answer(board.countLate.now(text(agency), text(step), rung))
                : board.file(
                        board.countLate.sheet(text(agency), text(step), rung, by == null ? "agency" : by),
                        "dang-qua-han",
                        format);
    }

    @GET
    @Path("late/list")
    public Response lateList(
            @QueryParam("which") String which,
            @QueryParam("agency") String agency,
            @QueryParam("step") String step,
            @QueryParam("level") String level,
            @QueryParam("sort") String sort,
            @QueryParam("desc") String descending,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @QueryParam("format") String format) {
        var board = forReaders();
        var wanted = Optional.ofNullable(one(WHICH, which)).orElse(Which.LATE);
        var rung = number(level, null);
        if (format != null) {
            return board.file(board.listLate.sheet(wanted, text(agency), text(step), rung), "viec-qua-han", format);
        }
        var found = board.listLate.of(wanted, text(agency), text(step), rung, part(sort, descending, page, size));
        return board.answer(Map.of(
                "list",
                found,
                "places",
                board.openPlaces.of(found.rows().stream()
                        .map(line -> line.code())
                        .distinct()
                        .toList())));
    }

    @GET
    @Path("rates")
    public Response rates(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("agency") String agency,
            @QueryParam("field") String field,
            @QueryParam("by") String by,
            @QueryParam("format") String format) {
        var board = forReaders();
        var days = days(board, from, to);
        return format == null
                ? board.answer(board.rateAnswers.of(days.from(), days.to(), text(agency), text(field)))
                : board.file(
                        board.rateAnswers.sheet(
                                days.from(), days.to(), text(agency), text(field), by == null ? "agency" : by),
                        "ty-le-dung-han",
                        format);
    }

    @GET
    @Path("results")
    public Response results(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("code") String code,
            @QueryParam("agency") String agency,
            @QueryParam("field") String field,
            @QueryParam("lateness") String lateness,
            @QueryParam("sort") String sort,
            @QueryParam("desc") String descending,
            @QueryParam("page") String page,
            @QueryParam("size") String size,
            @QueryParam("format") String format) {
        var board = forReaders();
        var days = days(board, from, to);
        var wanted = one(LATENESS, lateness);
        return format == null
                ? board.answer(board.searchResults.matching(
                        days.from(),
                        days.to(),
                        text(code),
                        text(agency),
                        text(field),
                        wanted,
                        part(sort, descending, page, size)))
                : board.file(
                        board.searchResults.sheet(
                                days.from(), days.to(), text(code), text(agency), text(field), wanted),
                        "ho-so-da-ket-thuc",
                        format);
    }

    @GET
    @Path("activities")
    public Response activities(
            @QueryParam("definition") String definition, @QueryParam("from") String from, @QueryParam("to") String to) {
        var board = forReaders();
        var days = days(board, from, to);
        var process = process(definition);
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
    public Response places(
            @QueryParam("definition") String definition,
            @QueryParam("activity") String activity,
            @QueryParam("late") String late,
            @QueryParam("sort") String sort,
            @QueryParam("desc") String descending,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        var board = forReaders();
        var process = process(definition);
        return board.answer(Map.of(
                "activity",
                new ActivityNames(getProcessEngine()).of(process.getId()).getOrDefault(activity, activity),
                "list",
                board.measureActivities.at(
                        process.getKey(), activity, "true".equals(late), part(sort, descending, page, size))));
    }

    /** A whole case, by its code or by a process instance of it. */
    @GET
    @Path("record")
    public Response record(@QueryParam("code") String code, @QueryParam("instance") String instance) {
        var board = forReaders();
        return Optional.ofNullable(text(code))
                .or(() -> Optional.ofNullable(text(instance)).map(this::codeOf))
                .flatMap(board.showRecord::of)
                .map(record -> board.answer(
                        Map.of("record", record, "places", board.openPlaces.of(java.util.List.of(record.code())))))
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

    /** @param given id of a version, or the key of a process */
    private ProcessDefinition process(String given) {
        var wanted = text(given) == null ? "petition-handling" : text(given);
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
    private static Days days(BoardAccess board, String from, String to) {
        var last = day(to, board.filters.now().today());
        var first = day(from, last.minusDays(29));
        if (first.isAfter(last)) {
            throw refused(Response.Status.BAD_REQUEST, "Ngày đầu kỳ phải trước ngày cuối kỳ.");
        }
        return new Days(first, last);
    }
}
