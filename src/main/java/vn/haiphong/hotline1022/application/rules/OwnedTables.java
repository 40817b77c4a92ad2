package vn.haiphong.hotline1022.application.rules;

import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.port.RuleChanges.Change;
import vn.haiphong.hotline1022.application.port.RuleTables;

@Component
class OwnedTables implements Owned {

    private final RuleTables tables;

    OwnedTables(RuleTables tables) {
        this.tables = tables;
    }

    @Override
    public boolean owns(String key) {
        return tables.inForce(key).isPresent();
    }

    @Override
    public int version(String key) {
        return tables.inForce(key).orElseThrow().version();
    }

    @Override
    public int putInForce(Change change) {
        return tables.putInForce(change.tableKey(), change.dmn(), change.code());
    }

    @Override
    public String textBefore(Change change) {
        return tables.dmn(change.tableKey(), change.baseVersion()).orElseThrow();
    }

    @Override
    public int takeBack(Change change, String code) {
        return tables.putInForce(change.tableKey(), textBefore(change), code);
    }
}
