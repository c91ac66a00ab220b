package org.careunit.operations.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;

/**
 * Remembers the last good configuration of each component, so that deleting its file changes nothing until the
 * container is started anew. Declarative Services makes a new component when a configuration is deleted; what the old
 * one had would be lost with it. Kept as it was given, by the component's name, for as long as this bundle runs.
 */
final class DeletedConfigurations {

    /** The component's name, which Declarative Services adds to what is configured. */
    private static final String NAME = "component.name";

    private static final String FACTORY = "service.factoryPid";

    private static final Map<String, Map<String, Object>> LAST_GOOD = new ConcurrentHashMap<>();

    private DeletedConfigurations() {}

    /**
     * Keeps a configuration that was read without an error, if it is one and not the absence of one. Not one of many of
     * a kind: a file of theirs that is deleted takes what it configures away.
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

    /** What is to be said of it. */
    static String fault(Map<String, ?> before) {
        return before.get(Constants.SERVICE_PID)
                + ": its file was deleted; to turn off what it sets up, save it with empty values instead";
    }
}
