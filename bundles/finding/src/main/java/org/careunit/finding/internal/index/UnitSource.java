package org.careunit.finding.internal.index;

import java.util.List;

/**
 * Source of the units for the index; throws {@link org.careunit.api.failure.UnavailableException} while they cannot be
 * read.
 */
@FunctionalInterface
public interface UnitSource {

    /** All registered units, open or not, in no particular order. */
    List<IndexedUnit> units();
}
