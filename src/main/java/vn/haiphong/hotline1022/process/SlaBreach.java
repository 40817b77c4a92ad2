package vn.haiphong.hotline1022.process;

/** The incident by which Cockpit shows a missed limit. */
public final class SlaBreach {

    public static final String INCIDENT_TYPE = "slaBreach";

    private SlaBreach() {}
}
