package org.careunit.casetypes.internal.catalogue;

/**
 * Whether a region handed a type out to a unit, or withdrew it, as it is stored, shape 1.
 *
 * @param handedOut false if it was withdrawn
 */
public record HandOut(boolean handedOut) {}
