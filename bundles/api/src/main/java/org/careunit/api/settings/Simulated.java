package org.careunit.api.settings;

/**
 * Whether a unit simulates: all that follows from its cases happens, and nothing leaves by e-mail, SMS or to the record
 * system; the ledger says so. The archive does not run meanwhile. Test messages leave. Switching it off sends nothing
 * after the fact.
 *
 * @param on whether it does
 */
public record Simulated(boolean on) implements Section {

    /** The default: messages leave. */
    public static final Simulated OFF = new Simulated(false);
}
