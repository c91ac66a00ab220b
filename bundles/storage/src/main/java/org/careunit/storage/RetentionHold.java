package org.careunit.storage;

import java.util.Collection;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps cases that somebody still needs from being removed by retention; registered as a service by whoever needs them,
 * such as the archive (its unit has an archive and nobody confirmed the case yet) or statistics (a month that is not
 * stored yet).
 */
@ConsumerType
public interface RetentionHold {

    /**
     * Those of these cases that must stay for now; they are asked about again at the next run. Called in the
     * transaction that removes the others, with the rows of all of them locked.
     *
     * @param cases cases that ended long ago; not empty
     * @return never null
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now: all of them stay
     */
    Set<CaseRef> needed(Collection<StoredCase> cases);
}
