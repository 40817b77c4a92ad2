package vn.haiphong.hotline1022.process.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.TableFiles;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.domain.rules.RuleTable;

@Component
class DmnFiles implements TableFiles {

    @Override
    public RuleTable read(String dmn) {
        try {
            return TableReader.one(dmn.getBytes(StandardCharsets.UTF_8));
        } catch (TableReader.Unreadable e) {
            throw new BusinessRefusal("dmn", e.getMessage());
        }
    }

    @Override
    public String describes(String dmn) {
        try {
            return TableReader.description(dmn.getBytes(StandardCharsets.UTF_8));
        } catch (TableReader.Unreadable e) {
            throw new BusinessRefusal("dmn", e.getMessage());
        }
    }

    @Override
    public String withRows(String dmn, List<RuleTable.Row> rows) {
        try {
            return TableWriter.withRows(dmn, rows);
        } catch (TableReader.Unreadable e) {
            throw new BusinessRefusal("dmn", e.getMessage());
        }
    }
}
