package org.careunit.api.units;

import java.time.Instant;
import java.util.Objects;

/**
 * A unit was registered, renamed, opened, closed …
 *
 * @param at when; never null
 * @param actor the label of the one who did it; never null
 * @param action verb and object, for example {@code unit.rename}; never null
 * @param text from what to what, for example {@code from 'A' to 'B'}; never null
 */
public record UnitChange(Instant at, String actor, String action, String text) {

    public UnitChange {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(text, "text");
    }
}
