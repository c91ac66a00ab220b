package org.careunit.notifications.internal.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.storage.StoredCase;

/**
 * Event id of a reminder in the ledger, made of the clock, the round, the number of rests in it, and the case. A
 * reminder that was cancelled since the clock rests has another name after that.
 */
public final class ReminderEvent {

    private ReminderEvent() {}

    public static String of(CaseClock clock, StoredCase subject) {
        return prefix(clock, subject) + subject.progress().rests().size() + ":" + caseKey(subject);
    }

    /** How all reminders of a clock in a case's current round begin. */
    public static String prefix(CaseClock clock, StoredCase subject) {
        return clock.name().toLowerCase(Locale.ROOT) + ":" + subject.progress().round() + ":";
    }

    /** A short name of a case that no other case has. */
    static UUID caseKey(StoredCase subject) {
        String name = subject.ref().unit() + " " + subject.ref().id();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** The round that a reminder is about; -1 if this names none. */
    @SuppressWarnings("UnusedException") // another's event, which is all there is to say
    public static int round(String event) {
        String[] parts = event.split(":", 3);
        try {
            return parts.length < 3 ? -1 : Integer.parseInt(parts[1]);
        } catch (NumberFormatException anothers) {
            return -1;
        }
    }
}
