package org.careunit.api.settings;

/**
 * Whether the unit's medical-record system is notified of new cases. A unit has this section once its record system has
 * passed a test message.
 *
 * @param on whether it does
 */
public record RecordSystemNotification(boolean on) implements Section {

    /** The default: it does not. */
    public static final RecordSystemNotification OFF = new RecordSystemNotification(false);
}
