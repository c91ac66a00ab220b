package org.careunit.api.host;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Provides ended cases to the archive, page by page, and is notified when they are archived. Asked by one job for each
 * unit; safe for use by many threads.
 */
@ConsumerType
public interface ClosedCases {

    /**
     * Cases of a unit that ended (were closed or withdrawn) before a time and were not confirmed by {@link #archived}
     * since, each once, in an order that stays the same while they are read. So one that is closed late, or was left
     * out, comes along with the next run, and one that was reopened and ended again is given once more.
     *
     * @param until the first instant that no longer counts; not null
     * @param cursor where to read on, from the page before; empty for the first page; not null
     * @return as many as fit into memory with ease; one of another unit is named and left out; what is {@code next} has
     *     at most 1 000 characters; never null
     * @throws org.careunit.api.failure.UnavailableException if they cannot be given now
     */
    Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor);

    /**
     * Says that cases are in the archive, so that the host may do what its rules of retention say. Returning confirms
     * it: from then on {@link #closedCases} does not give them any more. Called again until it returns, with the same
     * cases and the same package: a second time changes nothing. A unit's next run waits for that.
     *
     * @throws org.careunit.api.failure.UnavailableException if it cannot be noted now
     */
    void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in);

    /**
     * A package in the archive.
     *
     * @param name what it is called there; never blank
     * @param sha256 of the package, 64 hexadecimal digits; never null
     * @param at when it was complete; never null
     */
    record ArchivedPackage(String name, String sha256, Instant at) {
        public ArchivedPackage {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(at, "at");
            if (name.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("A package has a name and a SHA-256 of 64 hexadecimal digits");
            }
        }
    }
}
