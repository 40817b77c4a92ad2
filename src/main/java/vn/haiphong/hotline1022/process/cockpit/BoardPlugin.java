package vn.haiphong.hotline1022.process.cockpit;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;
import vn.haiphong.hotline1022.process.engine.internal.CockpitSearch;

/** Adds the board of limits to Cockpit: what is late, where, why, and who was told. */
public class BoardPlugin extends AbstractCockpitPlugin {

    static final String ID = "board";

    @Override
    public String getId() {
        return ID;
    }

    /** What is named here takes part in all of Cockpit: our addresses, and what stands before Camunda's own. */
    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(BoardRootResource.class, CockpitSearch.class);
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
