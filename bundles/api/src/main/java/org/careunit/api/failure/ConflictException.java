package org.careunit.api.failure;

import java.util.Optional;
import org.careunit.api.history.Versioned;

/**
 * Thrown if somebody else has changed what the caller wanted to change, since the caller read it. Nothing was changed.
 * Where it was about a saved version, both are here, to choose between or to merge.
 */
public class ConflictException extends CareunitException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Object> refused;
    private final transient Optional<Versioned<?>> current;

    public ConflictException(String message) {
        super(message);
        refused = Optional.empty();
        current = Optional.empty();
    }

    /**
     * @param refused what was to be saved
     * @param current what is saved now
     */
    public ConflictException(String message, Object refused, Versioned<?> current) {
        super(message);
        this.refused = Optional.of(refused);
        this.current = Optional.of(current);
    }

    /** What was to be saved; empty where it was not about a saved version. */
    public Optional<Object> refused() {
        return refused;
    }

    /**
     * What is saved now, of the same type as what was refused, to be saved over by naming its version. Of terms that a
     * resident accepted it is the {@code TermsToAccept} to show instead. Empty where it was not about a saved version.
     */
    public Optional<Versioned<?>> current() {
        return current;
    }

    /**
     * What is saved now.
     *
     * @throws IllegalArgumentException if there is nothing of that type
     */
    public <T> Versioned<T> current(Class<T> type) {
        return current.filter(now -> type.isInstance(now.content()))
                .map(now -> new Versioned<>(type.cast(now.content()), now.version()))
                .orElseThrow(() -> new IllegalArgumentException("This conflict is about no " + type.getSimpleName()));
    }
}
