package org.careunit.notifications.internal.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.Problems;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.notifications.internal.cases.CaseFold;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.operations.Metrics;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts events: in one transaction inserts their ids, skips known ones, folds the rest into their cases, and adds the
 * job that finds out what follows from each. The transaction is done again where it lost a deadlock.
 */
@Component(service = {PlatformEvents.class, Metrics.class})
public final class Intake implements PlatformEvents, Metrics {

    /** The follow-up job of an event; its key and payload are the event's id. */
    public static final String FOLLOW_UP = "follow-up";

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final AccessControl access;
    private final Transactions transactions;
    private final EventLog log;
    private final Cases cases;
    private final Jobs jobs;
    private final CaseReader reader;
    private final CaseSchedule schedule;
    private final EventJson json;
    private final LongAdder reusedIds = new LongAdder();

    @Activate
    public Intake(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference EventLog log,
            @Reference Cases cases,
            @Reference Jobs jobs,
            @Reference CaseReader reader,
            @Reference CaseSchedule schedule) {
        this.access = access;
        this.transactions = transactions;
        this.log = log;
        this.cases = cases;
        this.jobs = jobs;
        this.reader = reader;
        this.schedule = schedule;
        this.json = new EventJson();
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
            throw NotificationProblem.BATCH.refused(MAX_BATCH, events.size());
        }
        Problems.noneNull("events", events);
        Map<String, PlatformEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id().value(), event));
        if (byId.isEmpty()) {
            return new Acceptance(0, 0, 0);
        }
        prepare(byId.values());
        TakenIn taken = transactions.callRepeatedly(() -> takeIn(byId));
        int accepted = taken.fresh();
        byId.putAll(taken.before());
        List<String> differing = events.stream()
                .filter(event -> !event.equals(byId.get(event.id().value())))
                .map(event -> event.id().value())
                .toList();
        report(differing);
        return new Acceptance(accepted, events.size() - accepted, differing.size());
    }

    /** Data read before, so that the transaction need not. */
    private void prepare(Collection<PlatformEvent> events) {
        events.stream()
                .filter(CaseEvent.class::isInstance)
                .map(event -> ((CaseEvent) event).subject().unit())
                .distinct()
                .forEach(schedule::prepare);
    }

    /**
     * What became of events.
     *
     * @param fresh how many were new
     * @param before what was taken in before by the ids of the others, as far as it can be read
     */
    private record TakenIn(int fresh, Map<String, PlatformEvent> before) {}

    private TakenIn takeIn(Map<String, PlatformEvent> byId) {
        Set<String> fresh = log.add(stored(byId.values()));
        List<PlatformEvent> events = byId.values().stream()
                .filter(event -> fresh.contains(event.id().value()))
                .toList();
        fold(events);
        jobs.add(events.stream().map(Intake::followUp).toList());
        List<String> known =
                byId.keySet().stream().filter(id -> !fresh.contains(id)).toList();
        Map<String, PlatformEvent> before = log.find(known).stream()
                .map(stored -> json.readStored(stored.json()))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(event -> event.id().value(), Function.identity()));
        return new TakenIn(events.size(), before);
    }

    private void report(List<String> differing) {
        if (!differing.isEmpty()) {
            reusedIds.add(differing.size());
            LOG.warn(
                    "{} events have the id of another event with other content and were not taken in, {}"
                            + " among them: the"
                            + " host must give each event an id of its own",
                    differing.size(),
                    differing.get(0));
        }
    }

    @Override
    public List<Figure> read() {
        return List.of(new Figure("notifications.events.differing", "events", reusedIds.sum()));
    }

    /** Units share the workers: a backlog of one does not hold up another. */
    private static NewJob followUp(PlatformEvent event) {
        NewJob job =
                NewJob.now(JobId.of(FOLLOW_UP, event.id().value()), event.id().value());
        return event instanceof CaseEvent ofCase
                ? job.sharedBy(ofCase.subject().unit().value())
                : job;
    }

    /** Says at once of all events that cannot be stored why not. */
    private List<StoredEvent> stored(Collection<PlatformEvent> events) {
        Problems problems = new Problems();
        List<StoredEvent> stored = new ArrayList<>(events.size());
        events.forEach(event -> stored.add(problems.value(() -> stored(event))));
        problems.refuse();
        return stored;
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
        // All are added first, in one order, and those that were there are then locked in the same order: so two
        // batches that share cases never wait for each other. A case that is removed in between is added at the next
        // turn.
        Set<CaseRef> left = byCase.keySet();
        while (!left.isEmpty()) {
            left = foldInto(add(left, byCase), byCase);
        }
    }

    /** Adds cases that these events make; says which were there already. */
    private Set<CaseRef> add(Set<CaseRef> refs, Map<CaseRef, List<CaseEvent>> byCase) {
        return cases.add(refs.stream()
                .map(ref -> schedule.scheduled(CaseFold.of(byCase.get(ref))))
                .toList());
    }

    /** Folds into cases that were there; says which are not any more. */
    private Set<CaseRef> foldInto(Set<CaseRef> there, Map<CaseRef, List<CaseEvent>> byCase) {
        if (there.isEmpty()) {
            return there;
        }
        Map<CaseRef, StoredCase> known = cases.lock(there);
        if (!known.isEmpty()) {
            cases.update(known.values().stream()
                    .map(before -> schedule.scheduled(folded(before, byCase.get(before.ref()))))
                    .toList());
        }
        Set<CaseRef> gone = new LinkedHashSet<>(there);
        gone.removeAll(known.keySet());
        return gone;
    }

    private StoredCase folded(StoredCase before, List<CaseEvent> events) {
        boolean inOrder = events.size() == 1
                && before.progress().isKnown()
                && before.last()
                        .map(last -> CaseFold.place(events.get(0)).surelyAfter(last))
                        .orElse(true);
        return inOrder ? CaseFold.with(Optional.of(before), events.get(0)) : reader.again(before);
    }
}
