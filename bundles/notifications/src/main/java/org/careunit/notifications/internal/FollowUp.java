package org.careunit.notifications.internal;

import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
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

    private static final String NOT_BY_MAIL =
            "Whoever was given the case does not want to be told by e-mail, or has no address";
    private static final String SMS_ALONE =
            "Whoever was given the case wants to be told by SMS alone, and there is no SMS gateway";

    private final EventLog log;
    private final EventJson json;
    private final Audience audience;
    private final Outbox outbox;
    private final UnitRules rules;

    @Activate
    public FollowUp(
            @Reference EventLog log,
            @Reference Audience audience,
            @Reference Outbox outbox,
            @Reference UnitRules rules) {
        this.log = log;
        this.json = new EventJson(JsonbBuilder.create());
        this.audience = audience;
        this.outbox = outbox;
        this.rules = rules;
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
        return jobs.stream().map(this::run).toList();
    }

    @Override
    public JobOutcome run(Job job) {
        Optional<StoredEvent> stored = log.find(job.payload());
        if (stored.isEmpty()) {
            return JobOutcome.never("There is no event " + job.payload());
        }
        PlatformEvent event = json.read(stored.get().json()).get(0);
        return JobOutcome.done(event instanceof CaseEvent ofCase ? consequences(ofCase) : JobOutcome.NOTHING);
    }

    /** Finds out now what there is to be done, and does it in the transaction that ends the job. */
    private Runnable consequences(CaseEvent event) {
        CaseChange change = event.change();
        if (change instanceof CaseChange.Received || change instanceof CaseChange.Given) {
            return rules.whyNobody(event.subject().unit())
                    .map(why -> tell(event, List.of(), why))
                    .orElseGet(() -> news(event));
        }
        return endsMessages(change)
                ? () -> outbox.cancel(event.subject(), "The case needs no message any more")
                : JobOutcome.NOTHING;
    }

    private Runnable news(CaseEvent event) {
        return event.change() instanceof CaseChange.Given given
                ? given(event, given)
                : tell(event, audience.ofUnit(event.subject().unit()), "The unit wants nobody told of new cases");
    }

    private Runnable given(CaseEvent event, CaseChange.Given given) {
        if (given.to().equals(given.by())) {
            return tell(event, List.of(), "Whoever has the case took it");
        }
        Optional<Addressee> handler = audience.ofStaff(event.subject().unit(), given.to());
        return tell(
                event,
                handler.stream().toList(),
                audience.wantsSms(event.subject().unit(), given.to()) ? SMS_ALONE : NOT_BY_MAIL);
    }

    private Runnable tell(CaseEvent event, List<Addressee> addressees, String whyNobody) {
        String id = event.id().value();
        return addressees.isEmpty()
                ? () -> outbox.tellNobody(id, event.subject(), whyNobody)
                : () -> outbox.tell(id, event.subject(), addressees);
    }

    private static boolean endsMessages(CaseChange change) {
        return change instanceof CaseChange.Withdrawn
                || change instanceof CaseChange.Closed
                || change instanceof CaseChange.AnswerRead;
    }
}
