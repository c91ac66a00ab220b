package org.careunit.notifications.internal;

import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.identity.Actor;
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.Jobs;
import org.careunit.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service that host modules call; there as long as the store is. */
@Component
public final class PlatformEventsComponent implements PlatformEvents {

    private final Intake intake;

    @Activate
    public PlatformEventsComponent(
            @Reference Transactions transactions,
            @Reference EventLog log,
            @Reference Cases cases,
            @Reference Jobs jobs) {
        intake = new Intake(transactions, log, cases, jobs, new EventJson(JsonbBuilder.create()));
    }

    @Override
    public Acceptance accept(Actor actor, List<? extends PlatformEvent> events) {
        return intake.accept(actor, events);
    }

    @Override
    public Acceptance acceptJson(Actor actor, String json) {
        return intake.acceptJson(actor, json);
    }
}
