package org.careunit.archive.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.archive.internal.TargetSettings.Server;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Host;
import org.careunit.operations.connection.TimeLimits;

/** Reads a configuration {@code careunit.archive}. */
public final class TargetSettingsReader {

    private final Configuration configuration;

    private TargetSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws RefusedException if a value is wrong; names the key */
    public static TargetSettings read(String name, Map<String, ?> given, AllowedHosts allowed) {
        Configuration configuration = Configuration.of(ArchiveConfig.PID, ArchiveConfig.class, given);
        TargetSettingsReader reader = new TargetSettingsReader(configuration);
        String directory = configuration.text("directory");
        return new TargetSettings(
                name,
                reader.regions(),
                Optional.of(directory).filter(written -> !written.isEmpty()),
                reader.server(allowed));
    }

    private Set<CountyCode> regions() {
        Set<CountyCode> regions = new HashSet<>();
        for (String written : configuration.list("regions")) {
            try {
                regions.add(new CountyCode(written));
            } catch (RefusedException wrong) {
                throw configuration.wrong("regions", "must be county codes such as 01, not '" + written + "'");
            }
        }
        return regions;
    }

    private Optional<Server> server(AllowedHosts allowed) {
        String written = configuration.text("host");
        int port = configuration.number("port", 1, 65_535);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Host host = Host.of(written)
                .orElseThrow(
                        () -> configuration.wrong("host", "must be a host name or an address, not '" + written + "'"));
        if (!allowed.allows(host)) {
            throw configuration.wrong(
                    "host", "is not among the hosts in " + AllowedHosts.PID + ": allow '" + host.name() + "' there");
        }
        configuration.required("knownHosts");
        Server server = new Server(
                host.name(),
                host.port().orElse(port),
                configuration.file("knownHosts").orElseThrow(),
                configuration.required("user"),
                configuration.secret(".password"),
                configuration.file("privateKey"),
                TimeLimits.connect(configuration),
                TimeLimits.answer(configuration));
        if (server.password().isEmpty() && server.privateKey().isEmpty()) {
            throw configuration.wrong(".password", "must be given where there is no privateKey");
        }
        return Optional.of(server);
    }
}
