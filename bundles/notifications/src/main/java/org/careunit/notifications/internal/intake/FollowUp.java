package org.careunit.notifications.internal.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.changes.ChangeNotice;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.Outbox.AddressedNews;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.Scope;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Determines what follows from an event: its recipients, and the messages to cancel; of a changed unit or staff member,
 * that the directory is asked again.
 */
@Component(service = JobHandler.class)
public final class FollowUp implements JobHandler {

    private final EventLog log;
    private final EventJson json;
    private final Cases cases;
    private final UnitFacts facts;
    private final Outbox outbox;
    private final CancelledReminders reminders;
    private final CaseNotices notices;
    private final ChangeBroadcast changes;

    @Activate
    public FollowUp(
            @Reference EventLog log,
            @Reference Cases cases,
            @Reference UnitFacts facts,
            @Reference Outbox outbox,
            @Reference CancelledReminders reminders,
            @Reference CaseNotices notices,
            @Reference ChangeBroadcast changes) {
        this.log = log;
        this.json = new EventJson();
        this.cases = cases;
        this.facts = facts;
        this.outbox = outbox;
        this.reminders = reminders;
        this.notices = notices;
        this.changes = changes;
    }

    @Override
    public String type() {
        return Intake.FOLLOW_UP;
    }

    @Override
    public int workersPerDestination() {
        return 8;
    }

    @Override
    public int together() {
        return 200;
    }

    /** Events of one unit write the rows of the same cases and messages. */
    @Override
    public boolean isOneShareAtATime() {
        return true;
    }

    @Override
    public List<JobOutcome> runTogether(List<Job> jobs) {
        Map<String, StoredEvent> events = log
                .find(jobs.stream().map(Job::payload).toList())
                .stream()
                .collect(Collectors.toMap(StoredEvent::id, Function.identity()));
        Map<HsaId, RecipientRules.Facts> units = new HashMap<>();
        return jobs.stream()
                .map(job -> run(job, Optional.ofNullable(events.get(job.payload())), units))
                .toList();
    }

    @Override
    public JobOutcome run(Job job) {
        return run(job, log.find(job.payload()), new HashMap<>());
    }

    private JobOutcome run(Job job, Optional<StoredEvent> stored, Map<HsaId, RecipientRules.Facts> units) {
        if (stored.isEmpty()) {
            return JobOutcome.never("There is no event " + job.payload());
        }
        PlatformEvent event = json.readOne(stored.get().json());
        return JobOutcome.done(
                event instanceof CaseEvent ofCase ? consequences(ofCase, units) : () -> announceDirectoryChange(event));
    }

    /** Has every node ask the directory again about a unit or a staff member. */
    private void announceDirectoryChange(PlatformEvent event) {
        if (event instanceof PlatformEvent.UnitChanged changed) {
            HsaId unit = changed.unit();
            changes.announce(new Change(Scope.unit(unit), ChangeNotice.DIRECTORY_UNIT, unit.value()));
        } else if (event instanceof PlatformEvent.StaffChanged changed) {
            changes.announce(new Change(
                    Scope.PLATFORM,
                    ChangeNotice.DIRECTORY_STAFF,
                    changed.staff().value()));
        }
    }

    /** Determines the consequences now, and applies them in the transaction that ends the job. */
    private Consequences consequences(CaseEvent event, Map<HsaId, RecipientRules.Facts> units) {
        RecipientRules.Facts unit = units.computeIfAbsent(event.subject().unit(), facts::of);
        return new Consequences(event, RecipientRules.decide(event.change(), handler(event), unit));
    }

    @Override
    public void writeTogether(List<JobOutcome> outcomes) {
        JobOutcome.writeTogether(outcomes, Consequences.class, this::write);
    }

    private void write(List<Consequences> all) {
        Map<CaseRef, StoredCase> locked = cases.lock(
                all.stream().map(one -> one.event.subject()).distinct().toList());
        outbox.add(all.stream().flatMap(one -> one.addressedNews(locked)).toList());
        all.forEach(Consequences::writeRest);
        notices.followLocked(all.stream().map(one -> one.event).toList());
    }

    /** The current handler, for changes that are news to them. */
    private Optional<StaffId> handler(CaseEvent event) {
        boolean isReply =
                event.change() instanceof CaseChange.ResidentReplied || event.change() instanceof CaseChange.Reopened;
        return isReply ? cases.find(event.subject()).flatMap(StoredCase::handler) : Optional.empty();
    }

    private static boolean endsOrBeginsRest(CaseChange change) {
        return change instanceof CaseChange.CounterQuestionAsked || change instanceof CaseChange.ResidentReplied;
    }

    /** Consequences of one event. */
    private final class Consequences implements Runnable {

        private final CaseEvent event;
        private final Optional<Decision> decision;

        Consequences(CaseEvent event, Optional<Decision> decision) {
            this.event = event;
            this.decision = decision;
        }

        @Override
        public void run() {
            write(List.of(this));
        }

        private Stream<AddressedNews> addressedNews(Map<CaseRef, StoredCase> locked) {
            return decision.stream()
                    .filter(made -> !made.addressees().isEmpty())
                    .map(made -> new AddressedNews(news(made), subject(made, locked), made.addressees()));
        }

        private News news(Decision made) {
            return new News(made.topic(), event.id().value(), event.subject());
        }

        private Optional<StoredCase> subject(Decision made, Map<CaseRef, StoredCase> locked) {
            return NewsRelevance.dependsOnCase(made.topic())
                    ? Optional.ofNullable(locked.get(event.subject()))
                    : Optional.empty();
        }

        /** Consequences that are written for each event separately. */
        private void writeRest() {
            decision.filter(made -> made.addressees().isEmpty())
                    .ifPresent(made -> outbox.addWithoutRecipient(
                            news(made), facts.written(event.subject().unit(), made.whyNobody())));
            if (!(event.change() instanceof CaseChange.Received)) {
                outbox.cancelUnwanted(event.subject());
            }
            if (endsOrBeginsRest(event.change())) {
                reminders.restore(event.subject());
            }
        }
    }
}
