package org.careunit.api.readiness;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at one thing that a unit needs. Whoever registers it as an OSGi service has it asked whenever somebody reads a
 * checklist, who may; it asks no access rule itself. Safe for use by many threads, and quick: somebody waits.
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
     * Looks.
     *
     * @return what it found; never null
     * @throws org.careunit.api.failure.UnavailableException if it cannot be found out now: the checklist says so, as
     *     not done
     */
    CheckResult check(CheckRequest question);
}
