package org.careunit.casetypes.internal.choices;

import org.careunit.api.casetypes.UnitChoice;

/**
 * A unit's choice of a type.
 *
 * @param version 0 if it never decided anything
 * @param gone whether it gave up what it had decided
 */
public record Choice(UnitChoice stored, long version, boolean gone) {

    public static final Choice NONE = new Choice(UnitChoice.NONE, 0, true);

    public Choice(UnitChoice stored, long version) {
        this(stored, version, false);
    }
}
