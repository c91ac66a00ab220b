package org.careunit.settings.internal.names;

/**
 * What EK calls a unit, as it is stored.
 *
 * @param name never null
 */
public record StoredName(String name) {

    /** The number of the form that it is stored in. */
    static final int SHAPE = 1;
}
