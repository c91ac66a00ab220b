package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration, read and found right.
 *
 * @param login where EK is and as whom to log in; empty if no directory is set up
 */
record Settings(Optional<Login> login, Search search, Keeping keeping) {

    /** @param startTls whether those of {@code servers} that do not begin with TLS change to it before the login */
    record Login(
            List<Server> servers,
            boolean startTls,
            Optional<Path> trusted,
            Account account,
            int connections,
            Duration timeout) {

        /** The servers' addresses, for people. */
        String address() {
            return String.join(", ", servers.stream().map(Server::toString).toList());
        }
    }

    /** One server; {@code tls} from the first byte. */
    record Server(String host, int port, boolean tls) {
        @Override
        public String toString() {
            return (tls ? "ldaps://" : "ldap://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** Whom to log in as; an empty DN for nobody. */
    record Account(String dn, String password) {
        @Override
        public String toString() {
            return "Account[" + dn + "]";
        }
    }

    /** Where and how to search. */
    record Search(String baseDn, Filter staff, Filter unit, Names names, int pageSize, Duration timeout) {}

    /** What to remember and for how long. */
    record Keeping(Duration fresh, Duration stale, int entries) {
        static final Keeping DEFAULT = new Keeping(Duration.ofHours(1), Duration.ofHours(72), 20_000);
    }
}
