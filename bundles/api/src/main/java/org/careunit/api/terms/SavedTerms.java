package org.careunit.api.terms;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One saved version of terms; versions are never changed.
 *
 * @param version 1, 2, 3 … without gaps, drafts counted too
 * @param state never null
 * @param from from when it holds, if it is no draft; never null
 * @param text what it said when it was saved, with what was inherited then; empty if it gave up what was there before
 * @param actor the label of the one who saved it; never null
 * @param at when; never null
 */
public record SavedTerms(long version, State state, Instant from, Optional<TermsText> text, String actor, Instant at) {
    /** State of a version. */
    public enum State {
        /** Written and read by its authors alone. */
        DRAFT,
        /** Read by residents from its time on, until a later one takes over. */
        PUBLISHED,
        /** From its time on, what is inherited holds. */
        GIVEN_UP
    }

    public SavedTerms {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    public SavedTerms withVersion(long version) {
        return new SavedTerms(version, state, from, text, actor, at);
    }

    public SavedTerms withState(State state) {
        return new SavedTerms(version, state, from, text, actor, at);
    }

    public SavedTerms withFrom(Instant from) {
        return new SavedTerms(version, state, from, text, actor, at);
    }

    public SavedTerms withText(Optional<TermsText> text) {
        return new SavedTerms(version, state, from, text, actor, at);
    }

    public SavedTerms withActor(String actor) {
        return new SavedTerms(version, state, from, text, actor, at);
    }

    public SavedTerms withAt(Instant at) {
        return new SavedTerms(version, state, from, text, actor, at);
    }
}
