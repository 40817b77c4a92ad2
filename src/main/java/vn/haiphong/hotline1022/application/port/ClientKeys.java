package vn.haiphong.hotline1022.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may send by Open311. A key is known by its hash alone. */
public interface ClientKeys {

    /** @param perMinute what it may send a minute; empty: as the house is set */
    record ClientKey(
            long id,
            String name,
            String contact,
            Optional<Integer> perMinute,
            String madeBy,
            Instant madeAt,
            Optional<Instant> revokedAt) {}

    /** The key of this hash, unless it was revoked. */
    Optional<ClientKey> valid(String hash);

    /** @param perMinute null: as the house is set */
    long add(String hash, String name, String contact, Integer perMinute, String madeBy, Instant at);

    List<ClientKey> all();

    /** @return false if there is no such key that is still valid */
    boolean revoke(long id, String by, Instant at);
}
