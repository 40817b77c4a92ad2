package vn.haiphong.hotline1022.application.rules;

import vn.haiphong.hotline1022.application.port.RuleChanges.Change;

/** What administrators own and change in one way only: the decision tables, the directory. */
interface Owned {

    boolean owns(String key);

    /** The version in force. */
    int version(String key);

    /** @return the version it has become */
    int putInForce(Change change);

    /** The text of the change that takes this one back. */
    String textBefore(Change change);

    /**
     * @param code of the change that takes it back
     * @return the version it has become
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is too late for that
     */
    int takeBack(Change change, String code);
}
