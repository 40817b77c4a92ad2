package vn.haiphong.hotline1022.process.maintain;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Everything below {@code /camunda/api/cockpit/plugin/calendar}; Camunda's own filter lets nobody in without a login. */
@Path("plugin/" + CalendarPlugin.ID)
public class CalendarRootResource extends AbstractCockpitPluginRootResource {

    public CalendarRootResource() {
        super(CalendarPlugin.ID);
    }

    @Path("{engineName}")
    public CalendarResource calendar(@PathParam("engineName") String engineName) {
        return subResource(new CalendarResource(engineName), engineName);
    }
}
