package org.careunit.notifications.internal;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.SUPPRESSED;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.Handover;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.Message;
import org.careunit.storage.Transactions;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands an e-mail to the gateway and writes down what it said. The rows of the ledger are marked first: a message that is
 * found marked was perhaps sent by a node that died, and goes out again with the same Message-ID.
 */
@Component(service = JobHandler.class)
public final class SendMail implements JobHandler {

    private static final Duration CHANNEL_RESTS = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Outbox outbox;
    private final Audience audience;
    private final Letters letters;
    private final MailGateway gateway;

    @Activate
    public SendMail(
            @Reference Transactions transactions,
            @Reference Outbox outbox,
            @Reference Audience audience,
            @Reference Letters letters,
            @Reference MailGateway gateway) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.audience = audience;
        this.letters = letters;
        this.gateway = gateway;
    }

    @Override
    public String type() {
        return Gathering.SEND_EMAIL;
    }

    /** Twice the connections: while some letters travel, others are taken or written down. */
    @Override
    public int workersPerDestination() {
        return 8;
    }

    @Override
    public JobOutcome run(Job job) {
        UUID carrier = UUID.fromString(job.payload());
        return outbox.anyCarriedBy(carrier).map(any -> run(carrier, any)).orElseGet(JobOutcome::done);
    }

    @Override
    public void gaveUp(Job job, String reason) {
        outbox.notAsked(UUID.fromString(job.payload()), TECHNICAL_FAILURE, reason);
    }

    private JobOutcome run(UUID carrier, Message any) {
        HsaId unit = any.subject().unit();
        Optional<Addressee> addressee = audience.byKey(unit, any.recipient());
        int count = transactions.call(() -> outbox.take(any, carrier));
        if (count == 0) {
            return JobOutcome.done();
        }
        if (addressee.isEmpty()) {
            return ended(carrier, CANCELLED, "The recipient does not want to be told any more");
        }
        Optional<String> heldBack = outbox.heldBack(addressee.get());
        if (heldBack.isPresent()) {
            return ended(carrier, SUPPRESSED, heldBack.get());
        }
        return send(
                addressee.get(),
                maker(any.recipient()).mail(carrier, addressee.get().address(), unit, count));
    }

    private EmailMaker maker(String recipient) {
        if (RegionalAudience.isRegional(recipient)) {
            return (id, to, unit, count) -> letters.administratorLost(id, to, unit);
        }
        if (Audience.isTest(recipient)) {
            return letters::test;
        }
        return Audience.isStaff(recipient) ? letters::given : letters::received;
    }

    private JobOutcome send(Addressee to, OutgoingMail mail) {
        try {
            return outcome(mail.id(), to, gateway.send(mail));
        } catch (UnavailableException rests) {
            String why = rests.getMessage();
            return new JobOutcome.NotNow(why, CHANNEL_RESTS, () -> outbox.notAsked(mail.id(), QUEUED, why));
        }
    }

    private JobOutcome outcome(UUID carrier, Addressee to, Handover answer) {
        String reason = answer.reason();
        if (answer instanceof Handover.Accepted) {
            return JobOutcome.done(() -> outbox.answered(carrier, SENT, reason));
        }
        if (answer instanceof Handover.TryLater) {
            return new JobOutcome.TryLater(reason, () -> outbox.answered(carrier, TEMPORARY_FAILURE, reason));
        }
        if (answer instanceof Handover.OurFault) {
            return JobOutcome.done(() -> outbox.answered(carrier, TECHNICAL_FAILURE, reason));
        }
        return JobOutcome.done(() -> {
            outbox.answered(carrier, PERMANENT_FAILURE, reason);
            outbox.holdBack(to, reason);
        });
    }

    private JobOutcome ended(UUID carrier, MessageState how, String why) {
        return JobOutcome.done(() -> outbox.notAsked(carrier, how, why));
    }

    @FunctionalInterface
    private interface EmailMaker {
        OutgoingMail mail(UUID id, EmailAddress to, HsaId unit, int count);
    }
}
