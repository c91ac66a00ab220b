package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.directory.internal.DirectorySettings.CacheTimes;
import org.careunit.directory.internal.DirectorySettings.Login;
import org.careunit.directory.internal.DirectorySettings.Search;
import org.careunit.directory.internal.entries.AttributeNames;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.careunit.operations.connection.TimeLimits;

/** Reads the configuration {@code careunit.directory}. */
final class DirectorySettingsReader {

    private static final Map<Security, Integer> PORTS =
            Map.of(Security.TLS, 636, Security.STARTTLS, 389, Security.PLAIN, 389);

    private final Configuration configuration;
    private final AllowedHosts allowed;

    private DirectorySettingsReader(Configuration configuration, AllowedHosts allowed) {
        this.configuration = configuration;
        this.allowed = allowed;
    }

    /** @throws RefusedException if a value is wrong; names the key */
    static DirectorySettings read(Map<String, ?> given, AllowedHosts allowed) {
        DirectorySettingsReader reader = new DirectorySettingsReader(
                Configuration.of(DirectoryConfig.PID, DirectoryConfig.class, given), allowed);
        return new DirectorySettings(reader.login(), reader.search(), reader.keeping());
    }

    private Optional<Login> login() {
        Optional<Endpoint> endpoint = Endpoint.read(configuration, PORTS, allowed);
        int connections = configuration.number("connections", 1, 50);
        Duration connect = TimeLimits.connect(configuration);
        endpoint.flatMap(Endpoint::login).ifPresent(login -> dn("user", login.user()));
        return endpoint.map(found -> new Login(found, connections, connect, answer()));
    }

    private Duration answer() {
        return configuration.millis("answerMillis", 100, 60_000);
    }

    private Search search() {
        return new Search(
                dn("baseDn", configuration.text("baseDn")),
                filter("staffFilter"),
                filter("unitFilter"),
                names(),
                configuration.number("pageSize", 1, 1000),
                answer());
    }

    private AttributeNames names() {
        try {
            return AttributeNames.of(configuration.text("attributes"));
        } catch (RefusedException e) {
            throw configuration.wrong("attributes", e.getMessage());
        }
    }

    private CacheTimes keeping() {
        return new CacheTimes(
                Duration.ofMinutes(configuration.number("cacheMinutes", 0, 1440)),
                Duration.ofHours(configuration.number("staleHours", 0, 720)),
                configuration.number("cacheEntries", 100, 1_000_000));
    }

    private String dn(String key, String value) {
        try {
            return new DN(value).toString();
        } catch (LDAPException e) {
            throw configuration.wrong(
                    key, "must be a DN such as o=Region,c=SE, not '" + value + "' (" + e.getMessage() + ")");
        }
    }

    private Filter filter(String key) {
        String value = configuration.text(key);
        try {
            return Filter.create(value);
        } catch (LDAPException e) {
            throw configuration.wrong(
                    key,
                    "must be an LDAP filter such as (objectClass=person), not '" + value + "' (" + e.getMessage()
                            + ")");
        }
    }
}
