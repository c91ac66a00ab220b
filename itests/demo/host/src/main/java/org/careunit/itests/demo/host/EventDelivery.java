package org.careunit.itests.demo.host;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Sends events to Careunit, by the service and by EventAdmin, and reports which were accepted. */
@Component(service = EventDelivery.class)
public final class EventDelivery {

    private static final Actor HOST = new Actor.Host("demo");

    private final PlatformEvents events;
    private final EventAdmin eventAdmin;
    private final AtomicInteger raised = new AtomicInteger();

    @Activate
    public EventDelivery(@Reference PlatformEvents events, @Reference EventAdmin eventAdmin) {
        this.events = events;
        this.eventAdmin = eventAdmin;
    }

    /** Calls the service, one event at a time so that each has an answer of its own; the answers, in the same order. */
    List<Acceptance> call(Table cameIn, List<CaseEvent> news) {
        List<Acceptance> answers = new ArrayList<>();
        for (CaseEvent event : news) {
            Acceptance answer = events.accept(HOST, List.of(event));
            answers.add(answer);
            note(cameIn, "PlatformEvents", event, answer.accepted() == 1 ? "accepted" : "known, changes nothing");
        }
        return answers;
    }

    /** Posts to EventAdmin, which answers nothing. */
    void post(Table cameIn, List<CaseEvent> news) {
        for (CaseEvent event : news) {
            eventAdmin.sendEvent(new Event(PlatformEvents.TOPIC, Map.of(PlatformEvents.JSON, json(event))));
            note(cameIn, "EventAdmin", event, "(none by this door)");
        }
    }

    /** Calls the service with something that happens now to a case of a later chapter. */
    void raise(CaseRef subject, CaseChange change, Instant now) {
        EventId id = new EventId(subject.id() + "-" + raised.incrementAndGet());
        events.accept(
                HOST,
                List.of(new CaseEvent(id, now.truncatedTo(ChronoUnit.MILLIS), subject, OptionalLong.empty(), change)));
    }

    static Table cameIn() {
        return new Table(Report.CAME_IN, "Event", "Door", "Type", "Unit", "Case", "Answer");
    }

    private static void note(Table cameIn, String door, CaseEvent event, String answer) {
        cameIn.add(
                event.id().value(),
                door,
                type(event.change()),
                event.subject().unit().value(),
                event.subject().id(),
                answer);
    }

    private static String type(CaseChange change) {
        if (change instanceof CaseChange.Received) {
            return "case-received";
        }
        return change instanceof CaseChange.Given ? "case-given" : "withdrawn";
    }

    private static String json(CaseEvent event) {
        String more = "";
        if (event.change() instanceof CaseChange.Received received) {
            more = ", \"caseType\": \"%s\"".formatted(received.caseType());
        } else if (event.change() instanceof CaseChange.Given given) {
            more = ", \"to\": \"%s\", \"by\": \"%s\"".formatted(given.to(), given.by());
        }
        return "{\"id\": \"%s\", \"type\": \"%s\", \"occurredAt\": \"%s\", \"unit\": \"%s\", \"case\": \"%s\"%s}"
                .formatted(
                        event.id(),
                        type(event.change()),
                        event.occurredAt(),
                        event.subject().unit(),
                        event.subject().id(),
                        more);
    }
}
