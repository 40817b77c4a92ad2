package vn.haiphong.hotline1022.process.engine;

/** The groups of the house; each agency has two more: its code, and its code with "-leaders". */
public final class Groups {

    /** Of the system; the engine's own name for them. */
    public static final String ADMINISTRATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

    public static final String OPERATORS = "operators";
    public static final String COORDINATORS = "coordinators";
    public static final String MANAGERS = "managers";
    public static final String RULE_ADMINS = "rule-admins";
    public static final String RULE_APPROVERS = "rule-approvers";
    /** They answer for personal data: requests of people, looks, periods of keeping. */
    public static final String DATA_PROTECTION = "data-protection";
    /** Everybody of any agency. */
    public static final String AGENCIES = "agencies";

    private Groups() {}

    public static String leadersOf(String agency) {
        return agency + "-leaders";
    }
}
