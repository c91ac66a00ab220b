package org.careunit.operations.connection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.configuration.Configuration;

/**
 * Address, security and login of an outside system. Read from the keys that all adapters share: "host", "port",
 * "security", "trustedCertificates", "user" and ".password".
 *
 * @param hosts tried in turn; never empty
 * @param trust the trusted certificates; never null
 * @param login empty for none; never null
 */
public record Endpoint(List<Host> hosts, Security security, TrustedCertificates trust, Optional<Login> login) {

    public Endpoint {
        hosts = List.copyOf(hosts);
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(login, "login");
    }

    /**
     * Reads one.
     *
     * @param usualPorts by security, for where {@code port} is 0
     * @param allowed which hosts connections may go to
     * @return empty if {@code host} is
     * @throws RefusedException if a value is wrong
     */
    public static Optional<Endpoint> read(
            Configuration configuration, Map<Security, Integer> usualPorts, AllowedHosts allowed) {
        Security security = configuration.choice("security", Security.class);
        int port = configuration.number("port", 0, 65_535);
        int usual = port == 0 ? usualPorts.get(security) : port;
        List<Host> hosts = configuration.list("host").stream()
                .map(written -> host(configuration, written, usual))
                .toList();
        hosts.forEach(host -> check(configuration, host, security, allowed));
        TrustedCertificates trust = TrustedCertificates.read(configuration, "trustedCertificates");
        Optional<Login> login = login(configuration);
        return hosts.isEmpty() ? Optional.empty() : Optional.of(new Endpoint(hosts, security, trust, login));
    }

    private static Host host(Configuration configuration, String written, int port) {
        Host host = Host.of(written)
                .orElseThrow(() -> configuration.wrong(
                        "host",
                        "must be a host name or an address, such as server.example.org, not '" + written + "'"));
        return new Host(host.name(), Optional.of(host.port().orElse(port)));
    }

    private static void check(Configuration configuration, Host host, Security security, AllowedHosts allowed) {
        if (security == Security.PLAIN && !host.isThisMachine()) {
            throw configuration.wrong(
                    "security",
                    "must be starttls or tls: plain is for this machine only, written as an address (127.0.0.1 or ::1),"
                            + " not '" + host.name() + "'");
        }
        if (!allowed.allows(host)) {
            throw configuration.wrong(
                    "host", "is not among the hosts in " + AllowedHosts.PID + ": allow '" + host.name() + "' there");
        }
    }

    private static Optional<Login> login(Configuration configuration) {
        String user = configuration.text("user");
        String password = configuration.secret(".password");
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (password.isEmpty()) {
            throw configuration.wrong(".password", "must be given where user is");
        }
        return Optional.of(new Login(user, password));
    }

    /** The hosts with their ports, for people. */
    public String address() {
        return String.join(", ", hosts.stream().map(Host::toString).toList());
    }

    /** Login. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
