package org.careunit.operations.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good settings of one configuration. An invalid or deleted configuration is reported, in the log and by
 * {@link #fault}, and changes nothing. Safe for use by many threads; changes are made one after the other.
 */
public final class CurrentSettings<T> {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentSettings.class);

    private final Function<Map<String, ?>, T> reader;
    private final Consumer<T> changed;
    private volatile T settings;
    private volatile String fault = "";

    /**
     * @param reader throws a {@link RefusedException} that names the key if a configuration is wrong
     * @param changed gets the settings whenever they are others than before, in the thread that brought them
     */
    public CurrentSettings(Function<Map<String, ?>, T> reader, Consumer<T> changed) {
        this.reader = reader;
        this.changed = changed;
    }

    /** Applies a configuration. */
    public synchronized void take(Map<String, ?> configuration) {
        Optional<Map<String, ?>> deleted = DeletedConfigurations.before(configuration);
        Map<String, ?> given = deleted.isPresent() ? deleted.get() : configuration;
        T read;
        try {
            read = reader.apply(given);
        } catch (RefusedException wrong) {
            fault = wrong.getMessage();
            LOG.warn(
                    "{}; {}",
                    fault,
                    settings == null ? "it is not in use until this is mended" : "the last good one stays in force");
            return;
        }
        if (deleted.isPresent()) {
            fault = DeletedConfigurations.fault(given);
            LOG.warn("{}; the last good one stays in force", fault);
        } else {
            fault = "";
            DeletedConfigurations.keep(given);
        }
        use(read);
    }

    private void use(T read) {
        if (!read.equals(settings)) {
            settings = read;
            changed.accept(read);
        }
    }

    /** The last good ones; empty if there were none yet. */
    public Optional<T> get() {
        return Optional.ofNullable(settings);
    }

    /** The error of the current configuration, naming the key; empty if it is valid. */
    public String fault() {
        return fault;
    }
}
