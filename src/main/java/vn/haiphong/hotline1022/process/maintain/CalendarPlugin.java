package vn.haiphong.hotline1022.process.maintain;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** The page "Lịch làm việc" of Cockpit: days off and make-up days, and what a change of them would move. */
public class CalendarPlugin extends AbstractCockpitPlugin {

    static final String ID = "calendar";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<String> getMappingFiles() {
        return List.of();
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(CalendarRootResource.class);
    }

    @Override
    public String getAssetDirectory() {
        return "plugin/" + ID;
    }
}
