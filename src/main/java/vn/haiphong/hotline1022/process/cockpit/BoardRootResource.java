package vn.haiphong.hotline1022.process.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Everything below {@code /camunda/api/cockpit/plugin/board}; Camunda's own filter lets nobody in without a login. */
@Path("plugin/" + BoardPlugin.ID)
public class BoardRootResource extends AbstractCockpitPluginRootResource {

    public BoardRootResource() {
        super(BoardPlugin.ID);
    }

    @Path("{engineName}")
    public BoardResource board(@PathParam("engineName") String engineName) {
        return subResource(new BoardResource(engineName), engineName);
    }

    @Path("{engineName}/reports")
    public ReportResource reports(@PathParam("engineName") String engineName) {
        return subResource(new ReportResource(engineName), engineName);
    }

    @Path("{engineName}/why")
    public WhyResource why(@PathParam("engineName") String engineName) {
        return subResource(new WhyResource(engineName), engineName);
    }
}
