package org.careunit.api.access;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.StaffId;

/**
 * A problem in a unit's permissions.
 *
 * @param severity how bad; never null
 * @param staff whom it is about; empty if it is about the unit
 * @param problem what; without personal data; never null
 */
public record PermissionFinding(Severity severity, Optional<StaffId> staff, Problem problem) {

    /** How bad it is. */
    public enum Severity {
        /** The unit cannot work like this. */
        ERROR,
        /** It can, but not for long or not safely. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    public PermissionFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(problem, "problem");
    }

    /** What, in Swedish, for people at the unit. */
    public String text() {
        return problem.swedish();
    }
}
