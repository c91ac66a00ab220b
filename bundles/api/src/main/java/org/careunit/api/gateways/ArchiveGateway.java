package org.careunit.api.gateways;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.careunit.api.identity.CountyCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes information packages of ended cases and brings them to the regions' archives. A package is written in slices:
 * each draft begins where the position of the last one ended, also after this process was killed. Safe for use by many
 * threads, one of them for each package.
 *
 * <p>All methods that touch a package throw {@link org.careunit.api.failure.UnavailableException} if the disk or the
 * archive is out of reach now, and {@link PackageLostException} if what was written before is not on this node: then
 * the package is started again.
 */
@ConsumerType
public interface ArchiveGateway {

    /**
     * Name of the target that packages of a region go to; empty if none is set up for it; never null. Answers from
     * memory.
     */
    Optional<String> target(CountyCode region);

    /** Whether the target of a region can be reached now, as far as is known. Answers from memory. */
    default boolean isReachable(CountyCode region) {
        return true;
    }

    /**
     * Goes on writing a package, on this node's disk.
     *
     * @param position where the last draft ended; empty for a new package, which replaces an unfinished one of the same
     *     name
     * @return to be closed by the caller; never null
     */
    PackageDraft open(PackageInfo info, Optional<String> position);

    /**
     * Completes a package with at least one case. May be called again with the same position, with the same result.
     *
     * @return never null
     */
    FinishedPackage finish(PackageInfo info, String position);

    /**
     * Brings a finished package to its region's target, for some seconds; called again until it says that it is there.
     * What is there already under the package's name with its size is not brought a second time.
     *
     * @param isOurs asked before the package gets its final name: whether this node is still the one that does this
     * @return never null
     */
    PackageDelivery deliver(PackageInfo info, FinishedPackage finished, BooleanSupplier isOurs);

    /** Removes what this node's disk holds of a package. Does nothing if that is nothing. */
    void discard(PackageInfo info);
}
