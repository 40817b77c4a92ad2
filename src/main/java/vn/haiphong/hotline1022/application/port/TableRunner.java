package vn.haiphong.hotline1022.application.port;

import java.util.Map;
import vn.haiphong.hotline1022.domain.rules.FullLanguage;
import vn.haiphong.hotline1022.domain.rules.TableAnswer;

/** The engine that runs the tables, asked beside the cases: it knows the whole language, and it decides what is right. */
public interface TableRunner extends FullLanguage {

    /** A table made ready; may be asked by several at once. */
    interface Ready {

        TableAnswer of(Map<String, Object> facts);
    }

    /**
     * @param dmn the file of a table that need not be in force
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no table the engine can run
     */
    Ready ready(String dmn);
}
