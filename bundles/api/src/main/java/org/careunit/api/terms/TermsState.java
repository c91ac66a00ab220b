package org.careunit.api.terms;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problem;

/**
 * State of the terms of a case type at a unit.
 *
 * @param stage whose words residents read; never null
 * @param hasDraft whether somebody has written what is not published yet
 * @param errors what keeps the type from being offered, each naming what to mend; empty if nothing does; never null
 * @param until when another version is scheduled to hold; empty if it stays so until somebody changes something; never
 *     null
 */
public record TermsState(Stage stage, boolean hasDraft, List<Problem> errors, Optional<Instant> until) {

    /** Whose words residents read. */
    public enum Stage {
        /** Nobody's: there are no terms in force. */
        NONE,
        /** The region's as they are, not locked: the unit has yet to adapt them. */
        REGION,
        /** The region's, which are locked, with the unit's name and days filled in. */
        LOCKED,
        /** A version that the unit has published. */
        UNIT
    }

    public TermsState {
        Objects.requireNonNull(stage, "stage");
        errors = List.copyOf(errors);
        Objects.requireNonNull(until, "until");
    }

    /** One that stays so until somebody changes something. */
    public TermsState(Stage stage, boolean hasDraft, List<Problem> errors) {
        this(stage, hasDraft, errors, Optional.empty());
    }
}
