package org.careunit.notifications.internal.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.NoRecipient;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.NoRecipientReason;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.Recipient.Resident;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the host for a resident's addresses, and enters the reminder of an unread answer. Retries for 7 days if the host
 * cannot answer.
 */
@Component(service = JobHandler.class)
public final class RemindResident implements JobHandler {

    private static final String TYPE = "remind-resident";
    private static final String SIMULATED = "simulated ";

    private final Recipients recipients;
    private final Outbox outbox;
    private final ResidentRules rules;

    @Activate
    public RemindResident(@Reference Recipients recipients, @Reference Outbox outbox, @Reference ResidentRules rules) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.rules = rules;
    }

    /** The job that reminds the resident of a case. */
    static NewJob job(News news) {
        CaseRef subject = news.subject();
        String payload = (news.isSimulated() ? SIMULATED : "") + news.due().orElseThrow() + " " + subject.unit() + " "
                + subject.id();
        return NewJob.now(JobId.of(TYPE, news.event()), payload)
                .sharedBy(subject.unit().value());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(Job job) {
        boolean isSimulated = job.payload().startsWith(SIMULATED);
        String[] parts =
                job.payload().substring(isSimulated ? SIMULATED.length() : 0).split(" ", 3);
        CaseRef subject = new CaseRef(new HsaId(parts[1]), parts[2]);
        News news = new News(Topic.UNREAD, job.id().key(), subject, Optional.of(Instant.parse(parts[0])), isSimulated);
        if (rules.isExpired(news.due())) {
            return JobOutcome.done(() -> outbox.expired(news));
        }
        try {
            Contact contact = recipients.ofResident(subject).orElse(Contact.NOWHERE);
            ReachableRecipient resident = new ReachableRecipient(new Resident(subject.id()), contact);
            return JobOutcome.done(() -> addNews(news, resident));
        } catch (UnavailableException notNow) {
            return JobOutcome.notNow(ResidentRules.hostSays(notNow), ResidentRules.ASK_AGAIN);
        }
    }

    private void addNews(News news, ReachableRecipient resident) {
        if (outbox.isReached(resident.contact())) {
            outbox.add(news, List.of(resident));
        } else {
            outbox.addWithoutRecipient(news, NoRecipient.because(NoRecipientReason.RESIDENT_NOT_REACHED));
        }
    }
}
