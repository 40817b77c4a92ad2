package vn.haiphong.hotline1022.process.tasklist;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.TasklistPlugin;
import org.camunda.bpm.webapp.plugin.resource.PluginResourceOverride;

/** Adds the case file ("Hồ sơ") to every task, and the lists behind the agency and area inputs of the forms. */
public class HotlineTasklistPlugin implements TasklistPlugin {

    static final String ID = "hotline";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(HotlineRootResource.class);
    }

    @Override
    public String getAssetDirectory() {
        return "plugin/" + ID;
    }

    @Override
    public List<PluginResourceOverride> getResourceOverrides() {
        return List.of();
    }
}
