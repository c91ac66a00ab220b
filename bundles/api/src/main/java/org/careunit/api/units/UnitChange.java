package org.careunit.api.units;

import java.time.Instant;
import java.util.Objects;

/**
 * A unit was registered, renamed, opened, closed …
 *
 * @param number of its row in the unit's audit trail: a later change has a higher one
 * @param at when; never null
 * @param actor the label of the one who did it; never null
 * @param action verb and object, for example {@code unit.rename}; never null
 * @param text from what to what, for example {@code from 'A' to 'B'}; never null
 */
public record UnitChange(long number, Instant at, String actor, String action, String text) {

    public UnitChange {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(text, "text");
    }

    public UnitChange withNumber(long number) {
        return new UnitChange(number, at, actor, action, text);
    }

    public UnitChange withAt(Instant at) {
        return new UnitChange(number, at, actor, action, text);
    }

    public UnitChange withActor(String actor) {
        return new UnitChange(number, at, actor, action, text);
    }

    public UnitChange withAction(String action) {
        return new UnitChange(number, at, actor, action, text);
    }

    public UnitChange withText(String text) {
        return new UnitChange(number, at, actor, action, text);
    }
}
