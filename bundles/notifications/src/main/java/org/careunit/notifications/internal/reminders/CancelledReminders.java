package org.careunit.notifications.internal.reminders;

import java.util.List;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.cases.ReminderEvent;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.storage.Cases;
import org.careunit.storage.StoredCase;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Resets the reminder of a clock if a counter-question cancelled all its messages: such a reminder counts as not sent.
 */
@Component(service = CancelledReminders.class)
public final class CancelledReminders {

    private final Cases cases;
    private final MessageLedger ledger;
    private final CaseSchedule schedule;

    @Activate
    public CancelledReminders(
            @Reference Cases cases, @Reference MessageLedger ledger, @Reference CaseSchedule schedule) {
        this.cases = cases;
        this.ledger = ledger;
        this.schedule = schedule;
    }

    /** Looks at a case whose handling clock rests or has resumed; belongs into the caller's transaction. */
    public void restore(CaseRef ref) {
        StoredCase subject = cases.lock(List.of(ref)).get(ref);
        if (subject != null
                && subject.progress().reminded().contains(CaseClock.OVERDUE.name())
                && isCancelled(subject)) {
            StoredCase restored = StoredCaseClocks.withoutReminder(subject, CaseClock.OVERDUE);
            cases.update(List.of(schedule.scheduled(restored)));
        }
    }

    /** Whether all messages of the reminder were cancelled and there was at least one. */
    private boolean isCancelled(StoredCase subject) {
        String round = ReminderEvent.prefix(CaseClock.OVERDUE, subject);
        List<LedgerRow> rows = ledger.about(subject.ref()).stream()
                .filter(row -> row.topic() == Topic.OVERDUE && row.event().startsWith(round))
                .toList();
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.state() == MessageState.CANCELLED);
    }
}
