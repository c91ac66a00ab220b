package org.careunit.notifications.internal;

import jakarta.json.bind.JsonbBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.Transactions;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The room behind every door: in one transaction it wins the ids of the events, folds them into their cases, and adds the
 * job that will see what follows from each.
 */
@Component(service = PlatformEvents.class)
public final class Intake implements PlatformEvents {

    /** The job that sees what follows from an event; its key and payload are the event's id. */
    static final String FOLLOW_UP = "follow-up";

    private final AccessControl access;
    private final Transactions transactions;
    private final EventLog log;
    private final Cases cases;
    private final Jobs jobs;
    private final EventJson json;

    @Activate
    public Intake(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference EventLog log,
            @Reference Cases cases,
            @Reference Jobs jobs) {
        this.access = access;
        this.transactions = transactions;
        this.log = log;
        this.cases = cases;
        this.jobs = jobs;
        this.json = new EventJson(JsonbBuilder.create());
    }

    @Override
    public Acceptance acceptJson(Actor actor, String text) {
        access.require(actor, Operation.BRING_EVENTS, new Target.Platform());
        return accept(actor, json.read(text));
    }

    @Override
    public Acceptance accept(Actor actor, List<? extends PlatformEvent> events) {
        access.require(actor, Operation.BRING_EVENTS, new Target.Platform());
        if (events.size() > MAX_BATCH) {
            throw new RefusedException("A batch holds at most " + MAX_BATCH + " events; this one has " + events.size());
        }
        Map<String, PlatformEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id().value(), event));
        if (byId.isEmpty()) {
            return new Acceptance(0, 0);
        }
        int accepted = transactions.call(() -> takeIn(byId));
        return new Acceptance(accepted, events.size() - accepted);
    }

    private int takeIn(Map<String, PlatformEvent> byId) {
        Set<String> fresh = log.add(byId.values().stream().map(this::stored).toList());
        List<PlatformEvent> events = byId.values().stream()
                .filter(event -> fresh.contains(event.id().value()))
                .toList();
        fold(events);
        jobs.add(events.stream().map(Intake::followUp).toList());
        return fresh.size();
    }

    /** Units share the workers: a backlog of one does not hold up another. */
    private static NewJob followUp(PlatformEvent event) {
        NewJob job =
                NewJob.now(JobId.of(FOLLOW_UP, event.id().value()), event.id().value());
        return event instanceof CaseEvent ofCase
                ? job.sharedBy(ofCase.subject().unit().value())
                : job;
    }

    private StoredEvent stored(PlatformEvent event) {
        Optional<CaseEvent> ofCase = event instanceof CaseEvent about ? Optional.of(about) : Optional.empty();
        return new StoredEvent(
                event.id().value(),
                EventType.of(event).wireName(),
                ofCase.map(CaseEvent::subject),
                ofCase.map(CaseEvent::sequence).orElse(OptionalLong.empty()),
                event.occurredAt(),
                json.write(event));
    }

    private void fold(List<PlatformEvent> events) {
        Map<CaseRef, List<CaseEvent>> byCase = events.stream()
                .filter(CaseEvent.class::isInstance)
                .map(CaseEvent.class::cast)
                .collect(Collectors.groupingBy(CaseEvent::subject, LinkedHashMap::new, Collectors.toList()));
        // Whoever is received is new, as a rule: a look that finds nothing is spared.
        Set<CaseRef> left = new LinkedHashSet<>(byCase.keySet());
        List<CaseRef> received =
                left.stream().filter(ref -> isReceived(byCase.get(ref))).toList();
        received.forEach(left::remove);
        left.addAll(add(received, byCase));
        // A case that another transaction adds between our look and our insert is there at the second look, and locked.
        while (!left.isEmpty()) {
            left = foldInto(left, byCase);
        }
    }

    private static boolean isReceived(List<CaseEvent> events) {
        return events.stream().anyMatch(event -> event.change() instanceof CaseChange.Received);
    }

    /** Adds cases that these events make; says which were there already. */
    private Set<CaseRef> add(Collection<CaseRef> refs, Map<CaseRef, List<CaseEvent>> byCase) {
        return refs.isEmpty()
                ? Set.of()
                : cases.add(
                        refs.stream().map(ref -> CaseFold.of(byCase.get(ref))).toList());
    }

    /** Folds into these cases; says which another transaction has just added, and which must be looked at again. */
    private Set<CaseRef> foldInto(Set<CaseRef> refs, Map<CaseRef, List<CaseEvent>> byCase) {
        Map<CaseRef, StoredCase> known = cases.lock(refs);
        if (!known.isEmpty()) {
            cases.update(known.values().stream()
                    .map(before -> folded(before, byCase.get(before.ref())))
                    .toList());
        }
        return add(refs.stream().filter(ref -> !known.containsKey(ref)).toList(), byCase);
    }

    private StoredCase folded(StoredCase before, List<CaseEvent> events) {
        boolean inOrder = events.size() == 1
                && before.last()
                        .map(last -> CaseFold.place(events.get(0)).surelyAfter(last))
                        .orElse(true);
        return inOrder ? CaseFold.with(Optional.of(before), events.get(0)) : CaseFold.of(allOf(before.ref()));
    }

    private List<CaseEvent> allOf(CaseRef ref) {
        return log.ofCase(ref).stream()
                .map(stored -> (CaseEvent) json.read(stored.json()).get(0))
                .toList();
    }
}
