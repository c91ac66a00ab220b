package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.Filter;
import java.time.Duration;
import java.util.Optional;
import org.careunit.directory.internal.entries.AttributeNames;
import org.careunit.operations.connection.Endpoint;

/**
 * The configuration, read and checked; registered as a service while it is the last good one.
 *
 * @param login where EK is and as whom to log in; empty if no directory is set up
 */
public record DirectorySettings(Optional<Login> login, Search search, CacheTimes keeping) {

    /** @param connect how long one server may take for a connection */
    public record Login(Endpoint endpoint, int connections, Duration connect, Duration answer) {}

    /** Search settings. */
    public record Search(
            String baseDn, Filter staff, Filter unit, AttributeNames names, int pageSize, Duration answer) {}

    /** Cache settings. */
    public record CacheTimes(Duration fresh, Duration stale, int entries) {
        static final CacheTimes DEFAULT = new CacheTimes(Duration.ofHours(1), Duration.ofHours(72), 20_000);
    }
}
