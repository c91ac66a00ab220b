package org.careunit.storage;

import java.util.Collection;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Protects cases from removal by retention. A component that still needs cases registers it as a service, such as the
 * archive (until the case is confirmed) or the figures (until the month is stored).
 */
@ConsumerType
public interface RetentionHold {

    /**
     * Selects the cases that must not be removed yet; they are checked again at the next run. Called in the transaction
     * that removes the others, with the rows of all of them locked.
     *
     * @param cases cases that ended long ago; not empty
     * @return never null
     * @throws org.careunit.api.failure.UnavailableException if this cannot be determined now: all of them are kept
     */
    Set<CaseRef> needed(Collection<StoredCase> cases);
}
