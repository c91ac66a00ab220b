package org.careunit.finding.internal.index;

import java.util.List;

/**
 * Where the index takes its units from; throws {@link org.careunit.api.failure.UnavailableException} while it cannot.
 */
@FunctionalInterface
public interface UnitSource {

    /** All units that have joined, open or not, in no order. */
    List<IndexedUnit> units();
}
