package org.careunit.api.readiness;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks one thing that a unit needs. Registered as an OSGi service, it is called whenever a permitted actor reads a
 * checklist; it does not check rights itself. Safe for use by many threads, and fast, since a person waits.
 */
@ConsumerType
public interface ReadinessCheck {

    /**
     * Names it among all checks and places it among those of its kind: lower-case words with {@code -} between; never
     * null.
     */
    String key();

    /** What it looks at, in Swedish, for people at the unit; never null. */
    String title();

    /** The point of the checklist that it is about; empty for a fact beside the points; never null. */
    Optional<Point> point();

    /**
     * Checks a unit.
     *
     * @return what it found; never null
     * @throws org.careunit.api.failure.UnavailableException if it cannot be found out now: the checklist says so, as
     *     not done
     */
    CheckResult check(CheckRequest question);
}
