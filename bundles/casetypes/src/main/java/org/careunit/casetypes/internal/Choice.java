package org.careunit.casetypes.internal;

import org.careunit.api.casetypes.UnitChoice;

/** What a unit decided of a type, and the version of that; 0 if nothing. */
record Choice(UnitChoice said, long version) {

    static final Choice NONE = new Choice(UnitChoice.NONE, 0);
}
