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
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.recipients.Addressee;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.EventLog;
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
    private final Recipients recipients;
    private final Outbox outbox;
    private final UnitRules rules;

    /** Does what follows for the record system. */
    private Consumer<CaseEvent> recordSystem = event -> {};

    @Activate
    public FollowUp(
            @Reference EventLog log,
            @Reference Recipients recipients,
            @Reference Outbox outbox,
            @Reference UnitRules rules) {
        this.log = log;
        this.json = new EventJson();
        this.recipients = recipients;
        this.outbox = outbox;
        this.rules = rules;
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
        Runnable people = forPeople(event);
        return () -> {
            people.run();
            recordSystem.accept(event);
        };
    }

    private Runnable forPeople(CaseEvent event) {
        CaseChange change = event.change();
        Optional<Decision> decision =
                RecipientRules.decide(change, new FactsOf(event.subject().unit()));
        if (decision.isPresent()) {
            return tell(new News(decision.get().topic(), event.id().value(), event.subject()), decision.get());
        }
        return endsNews(change) ? () -> outbox.cancelUnwanted(event.subject()) : JobOutcome.NOTHING;
    }

    private Runnable tell(News news, Decision decision) {
        return decision.addressees().isEmpty()
                ? () -> outbox.tellNobody(news, decision.whyNobody())
                : () -> outbox.tell(news, decision.addressees());
    }

    private static boolean endsNews(CaseChange change) {
        return change instanceof CaseChange.Answered
                || change instanceof CaseChange.Withdrawn
                || change instanceof CaseChange.Closed
                || change instanceof CaseChange.AnswerRead;
    }

    /** What a unit and its staff have decided, looked up as it is asked for. */
    private final class FactsOf implements RecipientRules.Facts {

        private final HsaId unit;

        private FactsOf(HsaId unit) {
            this.unit = unit;
        }

        @Override
        public Optional<String> silentBecause() {
            return rules.silentBecause(unit);
        }

        @Override
        public List<Addressee> unitAddresses() {
            return recipients.ofUnit(unit);
        }

        @Override
        public Addressee member(HsaId staff) {
            return recipients.ofMember(unit, staff);
        }

        @Override
        public boolean isReached(Contact contact) {
            return outbox.isReached(contact);
        }
    }
}
