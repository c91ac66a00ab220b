package org.careunit.operations.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;

/**
 * Keeps the last good configuration of each component, so that deleting its file has no effect until the container is
 * restarted. Declarative Services create a new component when a configuration is deleted, which does not have the old
 * one's settings. Kept as it was given, by the component's name, for as long as this bundle runs.
 */
final class DeletedConfigurations {

    /** The component's name, which Declarative Services adds to what is configured. */
    private static final String NAME = "component.name";

    private static final String FACTORY = "service.factoryPid";

    private static final Map<String, Map<String, Object>> LAST_GOOD = new ConcurrentHashMap<>();

    private DeletedConfigurations() {}

    /**
     * Stores a configuration that was read without an error. Not for factory configurations, since deleting a file of
     * theirs removes what it configures.
     */
    static void keep(Map<String, ?> good) {
        if (good.get(NAME) instanceof String name
                && good.containsKey(Constants.SERVICE_PID)
                && !good.containsKey(FACTORY)) {
            LAST_GOOD.put(name, new HashMap<>(good));
        }
    }

    /** The last good one of a component that was given none; empty if there is one, or was none before. */
    static Optional<Map<String, ?>> before(Map<String, ?> given) {
        return given.get(NAME) instanceof String name && !given.containsKey(Constants.SERVICE_PID)
                ? Optional.ofNullable(LAST_GOOD.get(name))
                : Optional.empty();
    }

    /** The message about a deleted configuration. */
    static String fault(Map<String, ?> before) {
        return before.get(Constants.SERVICE_PID)
                + ": its file was deleted; to turn off what it sets up, save it with empty values instead";
    }
}
