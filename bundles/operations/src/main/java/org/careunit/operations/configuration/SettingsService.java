package org.careunit.operations.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Registers a bundle's settings as a service. New settings replace the old ones, and Declarative Services rebuild the
 * components that depend on them; invalid ones are reported and replace nothing.
 */
public final class SettingsService<T> implements AutoCloseable {

    private final BundleContext context;
    private final Class<T> type;
    private final CurrentSettings<T> current;
    private ServiceRegistration<T> registration;

    /**
     * @param reader throws a {@link org.careunit.api.failure.RefusedException} that names the key if a configuration is
     *     wrong
     */
    public SettingsService(BundleContext context, Class<T> type, Function<Map<String, ?>, T> reader) {
        this.context = context;
        this.type = type;
        this.current = new CurrentSettings<>(reader, this::register);
    }

    public void take(Map<String, ?> configuration) {
        current.take(configuration);
    }

    private synchronized void register(T settings) {
        close();
        registration = context.registerService(type, settings, null);
    }

    /** The last good ones; empty if there were none yet. */
    public Optional<T> get() {
        return current.get();
    }

    /** The error of the current configuration, naming the key; empty if it is valid. */
    public String fault() {
        return current.fault();
    }

    @Override
    public synchronized void close() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }
}
