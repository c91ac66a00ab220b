package org.careunit.storage.internal.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.osgi.framework.BundleContext;

/** Reads the configuration {@code careunit.storage}; an error names the key, what stands there and what is allowed. */
public final class StorageSettingsReader {

    static final int CONNECTIONS = 16;
    static final int WORKERS = 32;

    private static final Set<String> KEYS =
            Set.of("url", "user", ".password", "directory", "secrets", "connections", "workers");

    /** What the container itself puts into every configuration begins with one of these. */
    private static final List<String> CONTAINERS = List.of("service.", "component.", "osgi.ds.", "felix.fileinstall.");

    private final Path home;
    private final String node;

    /**
     * @param home the directory for Careunit's files, in which the embedded store gets its own
     * @param node this node's name
     */
    public StorageSettingsReader(Path home, String node) {
        this.home = home;
        this.node = node;
    }

    public static StorageSettingsReader of(BundleContext context) {
        String base = Optional.ofNullable(context.getProperty("karaf.base")).orElse(".");
        return new StorageSettingsReader(Path.of(base, "careunit"), NodeName.random());
    }

    /** @throws RefusedException if a value is wrong */
    public StorageSettings read(Map<String, Object> configuration) {
        configuration.keySet().forEach(StorageSettingsReader::refuseUnknown);
        String url = text(configuration, "url");
        String directory = text(configuration, "directory");
        String secrets = text(configuration, "secrets");
        Optional<Server> server = url.isEmpty()
                ? Optional.empty()
                : Optional.of(new Server(url, text(configuration, "user"), text(configuration, ".password")));
        return new StorageSettings(
                server,
                directory.isEmpty() ? home.resolve("storage") : Path.of(directory),
                secrets.isEmpty() ? home.resolve("secrets.properties") : Path.of(secrets),
                number(configuration, "connections", CONNECTIONS),
                number(configuration, "workers", WORKERS),
                node);
    }

    private static void refuseUnknown(String key) {
        if (!KEYS.contains(key) && CONTAINERS.stream().noneMatch(key::startsWith)) {
            throw new RefusedException("careunit.storage: there is no key '" + key + "'; the keys are "
                    + String.join(", ", KEYS.stream().sorted().toList()));
        }
    }

    private static String text(Map<String, Object> configuration, String key) {
        return configuration.getOrDefault(key, "").toString().strip();
    }

    private static int number(Map<String, Object> configuration, String key, int otherwise) {
        Object value = configuration.getOrDefault(key, otherwise);
        try {
            return Integer.parseInt(value.toString().strip());
        } catch (NumberFormatException notANumber) {
            throw new RefusedException(
                    "careunit.storage: " + key + " must be a whole number, not '" + value + "'", notANumber);
        }
    }
}
