package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decision tables that rule the house, in all their versions. */
public interface RuleTables {

    /** @param since when it took effect */
    record Version(String key, String name, int version, Instant since) {}

    /** The version in force of each table, by name. */
    List<Version> inForce();

    Optional<Version> inForce(String key);

    /** Newest first. */
    List<Version> versions(String key);

    /** @return the DMN file of that version */
    Optional<String> dmn(String key, int version);

    /**
     * The only door by which a table changes.
     *
     * @return the version it has become
     * @throws vn.haiphong.hotline1022.domain.BusinessRefusal if it is no table the house can run
     */
    int putInForce(String key, String dmn, String name);
}
