package vn.haiphong.hotline1022.process.tasklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.inform.AreaChoices;
import vn.haiphong.hotline1022.application.inform.ListAgencies;
import vn.haiphong.hotline1022.application.inform.ShowCase;

/**
 * The way from the webapp's resources to ours. Camunda's webapp makes its resources itself, by Jersey and a service file,
 * outside of Spring; so the one Spring component they need stands where they can reach it.
 */
@Component
class CaseFileAccess {

    private static volatile CaseFileAccess current;

    private final ShowCase showCase;
    private final ListAgencies agencies;
    private final AreaChoices areas;
    private final ObjectMapper json;

    CaseFileAccess(ShowCase showCase, ListAgencies agencies, AreaChoices areas, ObjectMapper json) {
        this.showCase = showCase;
        this.agencies = agencies;
        this.areas = areas;
        this.json = json;
        current = this;
    }

    static CaseFileAccess get() {
        return current;
    }

    ShowCase showCase() {
        return showCase;
    }

    List<ListAgencies.Choice> agencies(String typed) {
        return agencies.matching(typed);
    }

    List<AreaChoices.AreaChoice> areas(String typed) {
        return areas.matching(typed);
    }

    /** Written by our own mapper: the webapp's does not know instants. */
    Response answer(Object entity) {
        try {
            return Response.ok(json.writeValueAsString(entity), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
