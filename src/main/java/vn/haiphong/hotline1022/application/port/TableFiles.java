package vn.haiphong.hotline1022.application.port;

import vn.haiphong.hotline1022.domain.rules.RuleTable;

/** Decision tables as files: DMN. */
public interface TableFiles {

    /**
     * The one table of the file.
     *
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no such file, is too large, or holds none or several
     */
    RuleTable read(String dmn);
}
