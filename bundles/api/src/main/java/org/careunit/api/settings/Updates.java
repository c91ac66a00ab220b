package org.careunit.api.settings;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Versioned;

/** Reads, changes and saves a versioned object, and retries after a conflict. */
public final class Updates {

    /** Maximum number of conflicts. */
    public static final int ATTEMPTS = 10;

    private Updates() {}

    /**
     * Saves what a change makes of what is read.
     *
     * @param change may be called several times; what equals what it was given is not saved; never gives null
     * @return what was saved, else what was read
     * @throws ConflictException if others were faster {@link #ATTEMPTS} times in a row
     */
    public static <T> Versioned<T> repeat(Supplier<Versioned<T>> read, UnaryOperator<T> change, Save<T> save) {
        for (int attempt = 1; ; attempt++) {
            Versioned<T> seen = read.get();
            T next = Objects.requireNonNull(change.apply(seen.content()), "what the change makes");
            if (next.equals(seen.content())) {
                return seen;
            }
            try {
                return save.save(next, seen.version());
            } catch (ConflictException faster) {
                if (attempt == ATTEMPTS) {
                    throw faster;
                }
            }
        }
    }

    /** Saves over a known version. */
    @FunctionalInterface
    public interface Save<T> {

        /** @throws ConflictException if another version was saved meanwhile */
        Versioned<T> save(T content, long expectedVersion);
    }
}
