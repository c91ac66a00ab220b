package org.careunit.settings.internal.names;

/**
 * Stored form of a unit's name in EK.
 *
 * @param name never null
 */
public record StoredName(String name) {

    /** The number of the stored form. */
    static final int SHAPE = 1;
}
