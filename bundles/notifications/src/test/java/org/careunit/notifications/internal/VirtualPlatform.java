package org.careunit.notifications.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.notifications.internal.clocks.Forecast;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.DigestWindow;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.reminders.DueSweep;
import org.careunit.notifications.internal.reminders.RecalculateClocks;
import org.careunit.notifications.internal.reminders.RemindDue;
import org.careunit.notifications.internal.reminders.RemindResident;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.notifications.internal.texts.MessageTexts;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.notifications.internal.timeline.CalculatedTimelines;
import org.careunit.notifications.internal.why.LedgerRowExplanations;
import org.careunit.notifications.internal.why.MissingNewsExplanations;
import org.careunit.notifications.internal.why.SectionVersions;
import org.careunit.notifications.internal.why.StoredExplanations;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.SettableClock;

/**
 * All that follows from events on one store and a clock that the test moves; jobs run when they are due by that clock.
 */
final class VirtualPlatform implements MailGateway {

    /** A mail, and when it left. */
    record Sent(Instant at, OutgoingMail mail) {}

    final Town town = new Town();
    final List<Sent> sent = new ArrayList<>();
    final ResidentRules residentRules;
    final Recipients recipients;
    final CaseSchedule schedule;
    final CaseExplanations explanations;
    final CaseTimelines timelines;
    private final TestStore store;
    private final UnitClocks clocks;
    private final Intake intake;
    private final DueSweep sweep;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final TreeMap<String, Waiting> later = new TreeMap<>();
    private Instant now;
    private int events;

    VirtualPlatform(TestStore store, Path base, Instant now) {
        this.store = store;
        this.now = now;
        Clock clock = SettableClock.showing(() -> this.now);
        town.join(store);
        NotificationsSettings settings = new NotificationsSettings(base, Map.of());
        UnitRules rules = new UnitRules(town.units, town.settings, settings);
        rules.setRegions(town.regions);
        RegionalAdministrators regional = new RegionalAdministrators(store.units(), store.grants(), clock);
        recipients = new Recipients(town.settings, town.staff, regional, store.pseudonyms());
        EmailChannel email = new EmailChannel(new MessageTexts(rules));
        DigestWindow window = new DigestWindow(store.digests(), store.messages(), rules, clock);
        Outbox outbox = new Outbox(
                store.messages(),
                store.suppressions(),
                store.cases(),
                store.jobs(),
                window,
                recipients,
                List.of(email),
                clock);
        clocks = town.clocks(store, clock);
        schedule = new CaseSchedule(clocks, clock);
        CaseReader reader = new CaseReader(store.events());
        residentRules = new ResidentRules(rules, clock);
        UnitFacts facts = new UnitFacts(recipients, outbox, rules, store.grants(), clock);
        intake = Intakes.of(store, clocks, clock);
        sweep = new DueSweep(store.dues(), store.jobs(), clock);
        CancelledReminders cancelled = new CancelledReminders(store.cases(), store.messages(), schedule);
        MessageDispatch departures = new MessageDispatch(
                store.transactions(), store.messages(), store.suppressions(), recipients, residentRules, clock);
        SectionVersions versions = new SectionVersions(store.units(), town.settings, town.regions);
        explanations = new StoredExplanations(
                FakeAccess.platform(),
                store.cases(),
                reader,
                new LedgerRowExplanations(store.messages(), store.jobs(), versions),
                new MissingNewsExplanations(schedule, facts, versions));
        timelines = new CalculatedTimelines(FakeAccess.platform(), clocks, facts, outbox, versions);
        add(new FollowUp(store.events(), store.cases(), facts, outbox, cancelled));
        add(new RemindDue(store.dues(), store.cases(), reader, schedule, facts, outbox, store.jobs()));
        add(new RemindResident(recipients, outbox, residentRules));
        add(new RecalculateClocks(store.dues(), store.cases(), reader, schedule));
        add(new EmailChannel.Sending(email, departures, this, store.jobs()));
    }

    private void add(JobHandler handler) {
        handlers.put(handler.type(), handler);
    }

    Instant now() {
        return now;
    }

    /** How many jobs of a type run at once on a node. */
    int workers(String type) {
        return handlers.get(type).workersPerDestination();
    }

    /** An event about a case, now. */
    void happens(String caseId, CaseChange change) {
        happens(caseId, change, now);
    }

    void happens(String caseId, CaseChange change, Instant at) {
        events++;
        CaseRef subject = new CaseRef(Events.UNIT, caseId);
        intake.accept(
                new Actor.Host("test"),
                List.of(new CaseEvent(new EventId("e" + events), at, subject, OptionalLong.empty(), change)));
        runDue();
    }

    /** Has all running clocks calculated anew, as after a change. */
    void recalculate() {
        store.jobs().add(List.of(NewJob.now(JobId.of("recalculate-clocks", Events.UNIT.value()), "")));
        runDue();
    }

    /** Lets time pass, looking each quarter of an hour. */
    void until(Instant then) {
        while (now.isBefore(then)) {
            Instant next = now.plus(Duration.ofMinutes(15));
            now = next.isAfter(then) ? then : next;
            finish(sweep.run(new Job(JobId.of("sweep-clocks", "due"), "", 0, now)));
            runDue();
        }
    }

    /** Lets time pass without a look in between. */
    void jump(Instant then) {
        now = then;
        finish(sweep.run(new Job(JobId.of("sweep-clocks", "due"), "", 0, now)));
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
        clocks.setSettings(town.settings);
    }

    /** What the clocks of a case will do. */
    Map<org.careunit.notifications.internal.clocks.CaseClock, Forecast> forecast(StoredCase stored) {
        return StoredCaseClocks.forecast(
                stored, clocks.of(stored.ref().unit(), stored.caseType()).orElseThrow(), now);
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
                .filter(waiting -> handlers.containsKey(waiting.job().id().type()))
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
            return handlers.get(job.id().type()).run(job);
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
        sent.add(new Sent(now, mail));
        return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
    }
}
