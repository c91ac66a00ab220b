package org.careunit.notifications.internal.reminders;

import java.util.List;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.notifications.internal.cases.CaseFold;
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

    /** The case as its events make it; what has reminded in its round stays so. One without events stays as it is. */
    public StoredCase again(StoredCase before) {
        List<CaseEvent> events = log.ofCase(before.ref()).stream()
                .map(stored -> (CaseEvent) json.readOne(stored.json()))
                .toList();
        return events.isEmpty() ? before : CaseFold.again(before, events);
    }

    /** The case itself, if its progress is known; else folded again. */
    public StoredCase known(StoredCase before) {
        return before.progress().isKnown() ? before : again(before);
    }
}
