package vn.haiphong.hotline1022.domain.rules;

/** What a table does where several rows hold. */
public enum HitPolicy {
    UNIQUE,
    ANY,
    FIRST,
    PRIORITY,
    RULE_ORDER,
    OUTPUT_ORDER,
    COLLECT,
    COLLECT_SUM,
    COLLECT_MIN,
    COLLECT_MAX,
    COLLECT_COUNT;

    /** Whether the table owes one answer to every case. */
    boolean answersOnce() {
        return this == UNIQUE || this == ANY || this == FIRST;
    }

    /** The engine refuses a table of these at its deployment. */
    boolean isUnknownToTheEngine() {
        return this == PRIORITY || this == OUTPUT_ORDER;
    }

    /** Whether the results are worked into one number. */
    boolean counts() {
        return this == COLLECT_SUM || this == COLLECT_MIN || this == COLLECT_MAX;
    }
}
