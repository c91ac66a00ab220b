package org.careunit.archive.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.CountyCode;

/**
 * One target's configuration, read and checked; registered as a service while it is the last good one.
 *
 * @param name the target's, of its configuration; shown to operators
 * @param regions whose packages go there; empty for those of all that no other target names
 * @param directory empty if it is not set up
 * @param server empty for a folder of this machine
 */
public record TargetSettings(
        String name, Set<CountyCode> regions, Optional<String> directory, Optional<Server> server) {

    public TargetSettings {
        regions = Set.copyOf(regions);
    }

    /** Where packages go, for people. */
    public String shown() {
        String place = directory.orElse("");
        String slash = place.startsWith("/") ? "" : "/";
        return server.map(there -> "sftp://" + there.host() + ":" + there.port() + slash + place)
                .orElse(place);
    }

    /**
     * An SFTP server.
     *
     * @param knownHosts holds its key
     * @param privateKey empty to log in by password
     * @param connect how long connecting and logging in may take
     * @param answer how long one answer may take
     */
    public record Server(
            String host,
            int port,
            Path knownHosts,
            String user,
            String password,
            Optional<Path> privateKey,
            Duration connect,
            Duration answer) {

        @Override
        public String toString() {
            return user + "@" + host + ":" + port;
        }
    }
}
