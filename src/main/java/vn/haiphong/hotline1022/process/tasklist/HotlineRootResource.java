package vn.haiphong.hotline1022.process.tasklist;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Everything below {@code /camunda/api/tasklist/plugin/hotline}; Camunda's own filter lets nobody in without a login. */
@Path("plugin/" + HotlineTasklistPlugin.ID)
public class HotlineRootResource extends AbstractTasklistPluginRootResource {

    public HotlineRootResource() {
        super(HotlineTasklistPlugin.ID);
    }

    @Path("{engineName}/task/{taskId}")
    public CaseResource caseOf(@PathParam("engineName") String engineName, @PathParam("taskId") String taskId) {
        return subResource(new CaseResource(engineName, taskId), engineName);
    }

    @Path("{engineName}")
    public ChoicesResource choices(@PathParam("engineName") String engineName) {
        return subResource(new ChoicesResource(engineName), engineName);
    }
}
