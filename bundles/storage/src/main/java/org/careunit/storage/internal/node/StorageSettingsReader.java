package org.careunit.storage.internal.node;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.TrustedCertificates;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.storage.internal.node.StorageSettings.Server;

/** Reads the configuration {@code careunit.storage}. */
final class StorageSettingsReader {

    private final Path home;
    private final String node;

    /**
     * @param home the directory for Careunit's files, in which the embedded store gets its own
     * @param node this node's name
     */
    StorageSettingsReader(Path home, String node) {
        this.home = home;
        this.node = node;
    }

    /** For this container and this node. */
    static StorageSettingsReader ofThisNode() {
        return new StorageSettingsReader(PrivateFiles.home(), NodeName.random());
    }

    /** @throws RefusedException if a value is wrong; names the key */
    StorageSettings read(Map<String, ?> given) {
        Configuration configuration = Configuration.of(StorageConfiguration.PID, StorageConfiguration.class, given);
        return new StorageSettings(
                server(configuration),
                configuration.path("directory").orElseGet(() -> home.resolve("storage")),
                configuration.path("secrets").orElseGet(() -> home.resolve("secrets.properties")),
                configuration.number("connections", 2, 200),
                configuration.number("workers", 1, 200),
                node);
    }

    private static Optional<Server> server(Configuration configuration) {
        String url = configuration.text("url");
        TrustedCertificates trusted = TrustedCertificates.read(configuration, "trustedCertificates");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String user = configuration.text("user");
        if (user.isEmpty()) {
            throw configuration.wrong("user", "is missing; a PostgreSQL url needs user and .password");
        }
        return Optional.of(new Server(url, user, configuration.secret(".password"), trusted.file()));
    }
}
