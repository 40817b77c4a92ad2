package vn.haiphong.hotline1022.application.port;

/** Who is acting now: the user whose command runs, "system" for timers and jobs, "citizen" at the public doors. */
public interface Actor {

    String SYSTEM = "system";
    String CITIZEN = "citizen";

    String current();
}
