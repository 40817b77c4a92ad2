package vn.haiphong.hotline1022.process.cockpit;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Adds the board of limits to Cockpit: what is late, where, why, and who was told. */
public class BoardPlugin extends AbstractCockpitPlugin {

    static final String ID = "board";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(BoardRootResource.class);
    }

    /** The board's queries are the use cases', not the plugin's. */
    @Override
    public List<String> getMappingFiles() {
        return List.of();
    }

    @Override
    public String getAssetDirectory() {
        return "plugin/" + ID;
    }
}
