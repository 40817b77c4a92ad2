package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import vn.haiphong.hotline1022.application.port.Excerpt.Part;
import vn.haiphong.hotline1022.process.engine.Groups;
import vn.haiphong.hotline1022.process.engine.internal.Reader;

/**
 * Who may look at the board: asked of everybody, before anything is read. Whoever is logged in at any webapp can reach these
 * addresses, so a right to Cockpit is not enough, nor is it needed (Giả định A-33).
 */
abstract class BoardDoor extends AbstractCockpitPluginResource {

    private static final String ADMINISTRATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;
    private static final Set<String> READERS = Set.of(Groups.MANAGERS, Groups.COORDINATORS, ADMINISTRATORS);
    private static final Set<String> MANAGERS = Set.of(Groups.MANAGERS, ADMINISTRATORS);

    BoardDoor(String engineName) {
        super(engineName);
    }

    /** The house behind the door, for somebody who may read. */
    BoardAccess forReaders() {
        if (!isAnyOf(READERS)) {
            throw refused(Response.Status.FORBIDDEN, "Bạn không có quyền xem bảng điều hành thời hạn.");
        }
        return BoardAccess.get();
    }

    /** The house behind the door, for somebody who answers for all of it. */
    BoardAccess forManagers(String otherwise) {
        if (!isManager()) {
            throw refused(Response.Status.FORBIDDEN, otherwise);
        }
        return BoardAccess.get();
    }

    boolean isManager() {
        return isAnyOf(MANAGERS);
    }

    private boolean isAnyOf(Set<String> groups) {
        return reader().groups().stream().anyMatch(groups::contains);
    }

    Reader reader() {
        return Reader.of(getProcessEngine());
    }

    static WebApplicationException refused(Response.Status status, String message) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity("{\"message\":\"" + message + "\"}")
                .build());
    }

    /** What was asked, as it stands in the address. */
    record Asked(MultivaluedMap<String, String> given) {

        static Asked of(UriInfo uri) {
            return new Asked(uri.getQueryParameters());
        }

        /** @return null if nothing was given */
        String text(String name) {
            return textOf(given.getFirst(name));
        }

        String text(String name, String otherwise) {
            return text(name) == null ? otherwise : text(name);
        }

        boolean is(String name) {
            return "true".equals(text(name));
        }

        Integer number(String name, Integer otherwise) {
            return parsed(text(name), Integer::valueOf, otherwise);
        }

        LocalDate day(String name, LocalDate otherwise) {
            return parsed(text(name), LocalDate::parse, otherwise);
        }

        YearMonth month(String name) {
            return monthOf(given.getFirst(name));
        }

        /** One of those known; null if nothing was given. */
        <T> T one(String name, Map<String, T> known) {
            return parsed(
                    text(name),
                    key -> Optional.ofNullable(known.get(key)).orElseThrow(() -> new IllegalArgumentException(key)),
                    null);
        }

        /** Which part of a list, in which order. */
        Part part() {
            return new Part(text("sort", ""), is("desc"), number("page", 0), number("size", 50));
        }
    }

    static YearMonth monthOf(String given) {
        var month = parsed(textOf(given), YearMonth::parse, null);
        if (month == null) {
            throw refused(Response.Status.BAD_REQUEST, "Chọn tháng.");
        }
        return month;
    }

    static Integer numberOf(String given, Integer otherwise) {
        return parsed(textOf(given), Integer::valueOf, otherwise);
    }

    private static String textOf(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static <T> T parsed(String given, Function<String, T> parser, T otherwise) {
        try {
            return given == null ? otherwise : parser.apply(given);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused(Response.Status.BAD_REQUEST, "Điều kiện lọc không đúng.");
        }
    }
}
