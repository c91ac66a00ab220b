package org.careunit.casetypes.internal;

import org.careunit.api.casetypes.UnitChoice;

/**
 * What a unit decided of a type.
 *
 * @param version 0 if it never decided anything
 * @param gone whether it gave up what it had decided
 */
record Choice(UnitChoice said, long version, boolean gone) {

    static final Choice NONE = new Choice(UnitChoice.NONE, 0, true);

    Choice(UnitChoice said, long version) {
        this(said, version, false);
    }
}
