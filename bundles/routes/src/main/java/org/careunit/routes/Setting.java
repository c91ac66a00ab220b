package org.careunit.routes;

import java.util.function.Supplier;

/** Reads a typed configuration's values, each with its key, so that an error can name it. */
public final class Setting {

    private Setting() {}

    /**
     * Reads one value.
     *
     * @param key the key as it stands in the configuration
     * @param value the method that holds it; Declarative Services convert only now, and do not say which value is wrong
     * @throws IllegalArgumentException if it is not of its type; the message names the key
     */
    public static <T> T of(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("'" + key + "' is not of its type (" + e.getMessage() + ")");
        }
    }
}
