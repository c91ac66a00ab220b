package org.careunit.notifications.internal.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.reminders.CancelledReminders;
import org.careunit.notifications.internal.reminders.UnitFacts;
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sees what follows from an event: who is told of it, and which messages are not wanted any more. */
@Component(service = JobHandler.class)
public final class FollowUp implements JobHandler {

    private final EventLog log;
    private final EventJson json;
    private final Cases cases;
    private final UnitFacts facts;
    private final Outbox outbox;
    private final CancelledReminders reminders;

    /** Does what follows for the record system. */
    private Consumer<CaseEvent> recordSystem = event -> {};

    @Activate
    public FollowUp(
            @Reference EventLog log,
            @Reference Cases cases,
            @Reference UnitFacts facts,
            @Reference Outbox outbox,
            @Reference CancelledReminders reminders) {
        this.log = log;
        this.json = new EventJson();
        this.cases = cases;
        this.facts = facts;
        this.outbox = outbox;
        this.reminders = reminders;
    }

    @Reference
    public void setCaseNotices(CaseNotices notices) {
        recordSystem = notices::follow;
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
        return 50;
    }

    @Override
    public List<JobOutcome> runTogether(List<Job> jobs) {
        Map<String, StoredEvent> events = log
                .find(jobs.stream().map(Job::payload).toList())
                .stream()
                .collect(Collectors.toMap(StoredEvent::id, Function.identity()));
        return jobs.stream()
                .map(job -> run(job, Optional.ofNullable(events.get(job.payload()))))
                .toList();
    }

    @Override
    public JobOutcome run(Job job) {
        return run(job, log.find(job.payload()));
    }

    private JobOutcome run(Job job, Optional<StoredEvent> stored) {
        if (stored.isEmpty()) {
            return JobOutcome.never("There is no event " + job.payload());
        }
        PlatformEvent event = json.readOne(stored.get().json());
        return JobOutcome.done(event instanceof CaseEvent ofCase ? consequences(ofCase) : JobOutcome.NOTHING);
    }

    /** Finds out now what there is to be done, and does it in the transaction that ends the job. */
    private Runnable consequences(CaseEvent event) {
        CaseRef subject = event.subject();
        Optional<Decision> decision = RecipientRules.decide(event.change(), handler(event), facts.of(subject.unit()));
        return () -> {
            decision.ifPresent(made -> tell(new News(made.topic(), event.id().value(), subject), made));
            if (!(event.change() instanceof CaseChange.Received)) {
                outbox.cancelUnwanted(subject);
            }
            if (endsOrBeginsRest(event.change())) {
                reminders.restore(subject);
            }
            recordSystem.accept(event);
        };
    }

    /** Who has the case now, for changes that are news to them. */
    private Optional<HsaId> handler(CaseEvent event) {
        boolean isReply =
                event.change() instanceof CaseChange.ResidentReplied || event.change() instanceof CaseChange.Reopened;
        return isReply ? cases.find(event.subject()).flatMap(StoredCase::handler) : Optional.empty();
    }

    private void tell(News news, Decision decision) {
        if (decision.addressees().isEmpty()) {
            outbox.tellNobody(news, facts.written(news.subject().unit(), decision.whyNobody()));
        } else {
            outbox.tell(news, decision.addressees());
        }
    }

    private static boolean endsOrBeginsRest(CaseChange change) {
        return change instanceof CaseChange.CounterQuestionAsked || change instanceof CaseChange.ResidentReplied;
    }
}
