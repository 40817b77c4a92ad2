package vn.haiphong.hotline1022.application.port;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** Decision tables as sheets of an office, to be changed there and brought back. */
public interface TableSheets {

    /**
     * @param names of codes that may stand in a column, by its id; columns without codes are left out
     */
    void write(RuleTable table, Map<String, Map<String, String>> names, OutputStream out) throws IOException;

    /**
     * @param file from a stranger, perhaps
     * @param table whose columns it must have
     * @return the rows of the sheet; one that is new has an empty id
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no such sheet, says what is wrong with it and where
     */
    List<RuleTable.Row> read(byte[] file, RuleTable table);
}
