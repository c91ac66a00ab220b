package org.careunit.api.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.ArchiveExport;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Archive runs of units: when cases were and will be archived; the section {@link ArchiveExport} sets the interval.
 * Safe for use by many threads. All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor
 * may not, {@link org.careunit.api.failure.RefusedException} if there is no such unit, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface ArchiveRuns {

    /** The status of a unit's exports; for whoever may read its settings. */
    Status status(Actor actor, HsaId unit);

    /**
     * Asks for an export as soon as possible; for whoever may change the unit's settings.
     *
     * @throws org.careunit.api.failure.UnavailableException if no archive is installed
     */
    void runNow(Actor actor, HsaId unit);

    /** The newest runs of a unit, newest first; for whoever may read its settings. */
    Page<ArchiveRun> runs(Actor actor, HsaId unit, PageRequest page);

    /**
     * The cases that the unit's newest run left out, and why; for whoever may read its settings. They are offered again
     * at each run.
     */
    Page<LeftOut> leftOut(Actor actor, HsaId unit, PageRequest page);

    /**
     * Cancels a unit's run, at the end of what it is doing now; for operators.
     *
     * @return whether there was one to cancel
     * @throws org.careunit.api.failure.RefusedException also if its package is in the archive already: then it can only
     *     be confirmed
     */
    boolean cancel(Actor actor, HsaId unit);

    /**
     * Starts a unit's run again that was given up, where it stopped; for operators.
     *
     * @return whether there was one
     */
    boolean retry(Actor actor, HsaId unit);

    /**
     * A case that is not in the package.
     *
     * @param caseId the host's number for it; never null
     * @param why for an operator, without personal data; never null
     */
    record LeftOut(String caseId, String why) {
        public LeftOut {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Status of a unit's exports.
     *
     * @param installed whether there is an archive at all; without one, nothing is known of the rest
     * @param last when the newest run that has reached its end began; empty if none has; never null
     * @param next the day of the next export by the interval that holds now, in Sweden; one that is past is late. Empty
     *     if there has been none: the first is due as soon as there is an archive; never null
     */
    record Status(boolean installed, Optional<Instant> last, Optional<LocalDate> next) {

        /** No archive is installed. */
        public static final Status NOT_INSTALLED = new Status(false, Optional.empty(), Optional.empty());

        public Status {
            Objects.requireNonNull(last, "last");
            Objects.requireNonNull(next, "next");
        }
    }
}
