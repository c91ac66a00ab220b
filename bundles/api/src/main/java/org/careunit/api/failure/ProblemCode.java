package org.careunit.api.failure;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of problem: what a refusal, finding, reason or line of readiness is about, for programs and manuals. The texts
 * are templates with places such as {@code {unit}} to fill in, the same ones in both languages. Implemented by enums,
 * one for each bundle; the manual lists all of them.
 */
@ConsumerType
public interface ProblemCode {

    /** Never changes, for example {@code settings.locked}. */
    String code();

    /** For people in a unit. */
    String swedish();

    /** For operators and logs. */
    String english();

    /**
     * The problem itself.
     *
     * @param values what is filled in, in the order in which the English text names the places; the Swedish text has
     *     days and instants as people read them, and of a {@link Phrase} the Swedish one; nothing of a person
     */
    default Problem with(Object... values) {
        return Problem.of(this, "", values);
    }

    /** As above, of a field. */
    default Problem at(String path, Object... values) {
        return Problem.of(this, path, values);
    }

    /** A refusal with this problem alone. */
    default RefusedException refused(Object... values) {
        return new RefusedException(with(values));
    }

    /** As above, of a field. */
    default RefusedException refusedAt(String path, Object... values) {
        return new RefusedException(at(path, values));
    }
}
