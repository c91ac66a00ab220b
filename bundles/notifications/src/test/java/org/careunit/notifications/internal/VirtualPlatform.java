package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.notifications.internal.VirtualNode.Gateways;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.Forecast;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.SettableClock;

/**
 * All that follows from events on one store and a clock that the test moves; jobs run when they are due by that clock.
 */
final class VirtualPlatform implements MailGateway {

    private static final Set<String> BY_HAND = Set.of("sweep-clocks", "watch-clocks");

    /** A mail, and when it left. */
    record Sent(Instant at, OutgoingMail mail) {}

    final Town town = new Town();
    final List<Sent> sent = new ArrayList<>();
    final ResidentRules residentRules;
    final Recipients recipients;
    final CaseSchedule schedule;
    final CaseExplanations explanations;
    final CaseTimelines timelines;
    boolean unreachable;
    private final TestStore store;
    private final VirtualNode node;
    private final TreeMap<String, Waiting> later = new TreeMap<>();
    private Instant now;
    private int events;

    VirtualPlatform(TestStore store, Path base, Instant now) {
        this.store = store;
        this.now = now;
        Clock clock = SettableClock.showing(() -> this.now);
        town.join(store);
        node = new VirtualNode(store, base, town, clock, Gateways.of(this), store.transactions());
        recipients = node.recipients;
        residentRules = node.residentRules;
        schedule = node.schedule;
        explanations = node.explanations;
        timelines = node.timelines;
    }

    Instant now() {
        return now;
    }

    /** How many jobs of a type run at once on a node. */
    int workers(String type) {
        return node.handlers.get(type).workersPerDestination();
    }

    /** An event about a case, now. */
    void happens(String caseId, CaseChange change) {
        happens(caseId, change, now);
    }

    void happens(String caseId, CaseChange change, Instant at) {
        events++;
        CaseRef subject = new CaseRef(Events.UNIT, caseId);
        node.intake.accept(
                new Actor.Host("test"),
                List.of(new CaseEvent(new EventId("e" + events), at, subject, OptionalLong.empty(), change)));
        runDue();
    }

    /** Has all running clocks calculated anew, as after a change. */
    void recalculate() {
        store.jobs().add(List.of(NewJob.now(JobId.of("recalculate-clocks", Events.UNIT.value()), "")));
        runDue();
    }

    /** Has a node look for settings that have changed, and calculate by them. */
    void lookForChanges() {
        finish(node.watch.run(new Job(JobId.of("watch-clocks", "settings"), "", 0, now)));
        runDue();
    }

    /** Lets time pass, looking each quarter of an hour. */
    void until(Instant then) {
        while (now.isBefore(then)) {
            Instant next = now.plus(Duration.ofMinutes(15));
            now = next.isAfter(then) ? then : next;
            finish(node.sweep.run(new Job(JobId.of("sweep-clocks", "due"), "", 0, now)));
            runDue();
        }
    }

    /** Lets time pass, looking whenever a case or a job is due. */
    void untilDue(Instant then) {
        jump(now);
        while (now.isBefore(then)) {
            Instant from = now;
            jump(Stream.concat(nextDue().stream(), dues())
                    .filter(from::isBefore)
                    .filter(then::isAfter)
                    .min(Comparator.naturalOrder())
                    .orElse(then));
        }
    }

    private Stream<Instant> dues() {
        return store.jobs().waiting(1_000).stream()
                .filter(waiting -> node.handlers.containsKey(waiting.job().id().type()))
                .filter(waiting -> !BY_HAND.contains(waiting.job().id().type()))
                .map(this::dueOf);
    }

    /** Lets time pass without a look in between. */
    void jump(Instant then) {
        now = then;
        finish(node.sweep.run(new Job(JobId.of("sweep-clocks", "due"), "", 0, now)));
        runDue();
    }

    /** When the next case is due, by its column. */
    Optional<Instant> nextDue() {
        return store.dues().of(Events.UNIT, Instant.parse("2100-01-01T00:00:00Z"), 100).stream()
                .flatMap(subject -> Stream.of(subject.staffDue(), subject.residentDue()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Forgets everything that has happened. */
    void beginAnew(Instant at) {
        now = at;
        sent.clear();
        later.clear();
        store.jobs().waiting(1_000).forEach(waiting -> store.jobs()
                .cancel(waiting.job().id()));
        List.of("ledger", "events", "cases", "digest_windows").forEach(table -> store.execute("DELETE FROM " + table));
    }

    /** What clocks run by is read again. */
    void settingsChanged() {
        node.clocks.setSettings(town.settings);
    }

    /** What the clocks of a case will do. */
    Map<org.careunit.notifications.internal.clocks.CaseClock, Forecast> forecast(StoredCase stored) {
        return StoredCaseClocks.forecast(
                stored, node.clocks.of(stored.ref().unit(), stored.caseType()).orElseThrow(), now);
    }

    List<LedgerRow> rows(String caseId) {
        return store.messages().about(new CaseRef(Events.UNIT, caseId));
    }

    /** Runs what is due by this clock until nothing is. */
    void runDue() {
        Optional<Waiting> next = next();
        while (next.isPresent()) {
            run(next.get().job());
            next = next();
        }
    }

    private Optional<Waiting> next() {
        return store.jobs().waiting(1_000).stream()
                .filter(waiting -> node.handlers.containsKey(waiting.job().id().type()))
                .filter(waiting -> !BY_HAND.contains(waiting.job().id().type()))
                .filter(waiting -> !dueOf(waiting).isAfter(now))
                .min(Comparator.comparing(waiting -> waiting.job().id().toString()));
    }

    private Instant dueOf(Waiting waiting) {
        Waiting put = later.get(waiting.job().id().toString());
        boolean isAtOnce = waiting.due().isAfter(store.clock().instant().minusSeconds(3_600))
                && waiting.due().isBefore(store.clock().instant().plusSeconds(3_600));
        return put != null ? put.due() : isAtOnce ? now : waiting.due();
    }

    private void run(Job job) {
        String key = job.id().toString();
        Job given = Optional.ofNullable(later.remove(key)).map(Waiting::job).orElse(job);
        JobOutcome outcome = outcome(given);
        finish(outcome);
        if (outcome instanceof JobOutcome.NotNow wait) {
            put(given, now.plus(wait.pause()));
        } else if (outcome instanceof JobOutcome.Rest || outcome instanceof JobOutcome.TryLater) {
            put(given, now.plus(Duration.ofMinutes(5)));
        } else if (outcome instanceof JobOutcome.Again again) {
            put(with(given, again.payload().orElse(given.payload())), again.at());
        } else if (outcome instanceof JobOutcome.Continue slice) {
            put(with(given, slice.payload()), now);
        } else {
            store.jobs().cancel(job.id());
        }
    }

    private JobOutcome outcome(Job job) {
        try {
            return node.handlers.get(job.id().type()).run(job);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Job with(Job job, String payload) {
        return new Job(job.id(), payload, job.failures(), job.since());
    }

    private void put(Job job, Instant due) {
        later.put(job.id().toString(), new Waiting(job, due, Optional.empty(), ""));
    }

    private void finish(JobOutcome outcome) {
        store.transactions().run(() -> outcome.alongside().run());
    }

    @Override
    public Runnable onRecovery(Runnable listener) {
        return () -> {};
    }

    @Override
    public DeliveryResult send(OutgoingMail mail) {
        if (unreachable) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, "no connection");
        }
        sent.add(new Sent(now, mail));
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
    }
}
