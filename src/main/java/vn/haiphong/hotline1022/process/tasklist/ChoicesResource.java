package vn.haiphong.hotline1022.process.tasklist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/** What the forms offer where somebody types the name of an agency or an area, and what the cards of a queue need. */
public class ChoicesResource extends AbstractTasklistPluginResource {

    ChoicesResource(String engineName) {
        super(engineName);
    }

    @GET
    @Path("agencies")
    @Produces(MediaType.APPLICATION_JSON)
    public Response agencies(@QueryParam("q") String typed) {
        var access = CaseFileAccess.get();
        return access.answer(access.agencies(typed));
    }

    @GET
    @Path("areas")
    @Produces(MediaType.APPLICATION_JSON)
    public Response areas(@QueryParam("q") String typed) {
        var access = CaseFileAccess.get();
        return access.answer(access.areas(typed));
    }

    /** The office's words for the codes on the cards. */
    @GET
    @Path("fields")
    @Produces(MediaType.APPLICATION_JSON)
    public Response fields() {
        var access = CaseFileAccess.get();
        return access.answer(access.words("field"));
    }

    /** What is late is late by the clock of the house: the browser's may be wrong, and in a demo it is years ahead. */
    @GET
    @Path("now")
    @Produces(MediaType.APPLICATION_JSON)
    public Response now() {
        var access = CaseFileAccess.get();
        return access.answer(Map.of("now", access.now()));
    }
}
