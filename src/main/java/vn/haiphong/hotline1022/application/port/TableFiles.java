package vn.haiphong.hotline1022.application.port;

import java.util.List;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** Decision tables as files: DMN. */
public interface TableFiles {

    /**
     * The one table of the file.
     *
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no such file, is too large, or holds none or several
     */
    RuleTable read(String dmn);

    /** What the table decides, in its author's words; empty if none were written. */
    String describes(String dmn);

    /**
     * The same file with these rows in this order; a row without an id gets one.
     *
     * @param rows of the columns of the file
     */
    String withRows(String dmn, List<RuleTable.Row> rows);
}
