package org.careunit.notifications.internal.reminders;

import java.util.List;
import java.util.Optional;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.notifications.internal.cases.CaseFold;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.CaseProgress;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredCase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Folds a case again from all of its events. */
@Component(service = CaseReader.class)
public final class CaseReader {

    private final EventLog log;
    private final EventJson json = new EventJson();

    @Activate
    public CaseReader(@Reference EventLog log) {
        this.log = log;
    }

    /** The case folded from its events, with the reminders of its round kept; unchanged if it has no events. */
    public StoredCase again(StoredCase before) {
        List<CaseEvent> events = events(before.ref());
        return events.isEmpty() ? before : CaseFold.again(before, events);
    }

    /** How far a case came in its first round, whatever round it is in. */
    public CaseProgress firstRound(StoredCase stored) {
        if (stored.progress().round() == 1) {
            return StoredCaseClocks.progress(stored);
        }
        List<CaseEvent> events = events(stored.ref());
        return StoredCaseClocks.progress(events.isEmpty() ? stored : CaseFold.firstRound(events));
    }

    private List<CaseEvent> events(CaseRef subject) {
        return log.ofCase(subject).stream()
                .map(stored -> json.readStored(stored.json()))
                .flatMap(Optional::stream)
                .map(CaseEvent.class::cast)
                .toList();
    }

    /** The case itself, if its progress is known; else folded again. */
    public StoredCase known(StoredCase before) {
        return before.progress().isKnown() ? before : again(before);
    }
}
