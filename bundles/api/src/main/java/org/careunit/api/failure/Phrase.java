package org.careunit.api.failure;

import java.util.Objects;

/**
 * A value that is filled in differently in the two texts of a {@link Problem}; its parameter is the English one.
 *
 * @param swedish never null
 * @param english never null
 */
public record Phrase(String swedish, String english) {

    public Phrase {
        Objects.requireNonNull(swedish, "swedish");
        Objects.requireNonNull(english, "english");
    }

    /** The English one. */
    @Override
    public String toString() {
        return english;
    }
}
