package org.careunit.notifications.internal.recordsystem;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch.ClaimedNotice;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends notices to record systems and records the result. A row that stays {@link MessageState#SENDING} is one of which
 * nobody knows whether it was carried out: it goes out again under the same id, also where the case has ended
 * meanwhile, and what follows it waits.
 */
@Component(service = JobHandler.class)
public final class SendCaseNotices implements JobHandler {

    static final String TYPE = "send-" + NoticeKey.CHANNEL.key();

    /**
     * A job that has run for less than that cannot have been taken over by another node, so the database need not be
     * asked.
     */
    private static final Duration SURELY_OURS = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Set<MessageState> WAITING = Set.of(QUEUED, TEMPORARY_FAILURE, SENDING);

    private final RecordSystemRegister register;
    private final RecordSystemsComponent systems;
    private final NamedResident residents;
    private final NoticeDispatch departures;
    private final Clock clock;

    @Activate
    public SendCaseNotices(
            @Reference RecordSystemRegister register,
            @Reference RecordSystemsComponent systems,
            @Reference NamedResident residents,
            @Reference NoticeDispatch departures,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.register = register;
        this.systems = systems;
        this.residents = residents;
        this.departures = departures;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobOutcome run(Job job) {
        UUID id = UUID.fromString(job.id().key());
        Optional<CaseRef> subject = departures.subject(id);
        if (subject.isEmpty()) {
            return JobOutcome.done();
        }
        Optional<RecordSystem> system = register.find(subject.get().unit());
        Optional<String> rests = whyItRests(subject.get().unit(), system);
        return rests.map(why -> JobOutcome.destinationRests(why, Duration.ZERO))
                .orElseGet(() -> send(job, subject.get(), system.orElseThrow()));
    }

    /** What is for another record system than the tested one waits: it may be somebody else's. */
    private Optional<String> whyItRests(HsaId unit, Optional<RecordSystem> system) {
        if (system.isEmpty()) {
            return Optional.of("Unit " + unit + " has no record system now, or two");
        }
        return systems.standing(unit).progress() == Progress.PASSED
                ? Optional.empty()
                : Optional.of(
                        "The record system of unit " + unit + " has not passed a test message since it was changed");
    }

    @Override
    public void gaveUp(Job job, String reason) {
        departures.ended(UUID.fromString(job.id().key()), WAITING, TECHNICAL_FAILURE, reason);
    }

    /** The host is asked before the notice is marked as leaving: where it cannot say, surely nothing was sent. */
    private JobOutcome send(Job job, CaseRef subject, RecordSystem system) {
        long begin = System.nanoTime();
        Optional<Identity> resident = system.mayNameResident() ? residents.find(subject) : Optional.empty();
        ClaimedNotice taken =
                departures.take(UUID.fromString(job.id().key()), job.lease().number());
        if (taken.isBehindAnother()) {
            return JobOutcome.notNow("The creation of the same round, or a later attempt, comes first", SOON);
        }
        if (taken.notice().isEmpty()) {
            return JobOutcome.done();
        }
        boolean isOurs =
                System.nanoTime() - begin < SURELY_OURS.toNanos() || job.lease().isHeld();
        return isOurs
                ? outcome(taken, NoticeSending.send(system, taken.notice().get().withResident(resident)))
                : JobOutcome.notNow("Another node has this notice by now", SOON);
    }

    private JobOutcome outcome(ClaimedNotice taken, RecordSystemAnswer answer) {
        String reason = answer.result().reason();
        MessageState unknownOr = !answer.isCertain() || taken.wasUnknown() ? SENDING : TEMPORARY_FAILURE;
        return switch (answer.result().status()) {
            case ACCEPTED, DELIVERED -> JobOutcome.done(() -> departures.answered(taken, DELIVERED, true, reason));
            case TEMPORARY_FAILURE -> later(answer, () -> departures.answered(taken, unknownOr, true, reason));
            case UNAVAILABLE -> new JobOutcome.Rest(
                    reason,
                    JobOutcome.Rest.Scope.DESTINATION,
                    Duration.ZERO,
                    () -> departures.answered(taken, taken.wasUnknown() ? SENDING : QUEUED, false, reason));
            case TECHNICAL_FAILURE, PERMANENT_FAILURE, NOT_ALLOWED -> refused(taken, reason);
        };
    }

    /** A record system that says when to come again costs no attempt. */
    private JobOutcome later(RecordSystemAnswer answer, Runnable recorded) {
        String reason = answer.result().reason();
        Instant now = clock.instant();
        return answer.notBefore()
                .filter(time -> time.isAfter(now))
                .<JobOutcome>map(time -> new JobOutcome.NotNow(reason, Duration.between(now, time), recorded))
                .orElseGet(() -> new JobOutcome.TryLater(reason, recorded));
    }

    /** Parked, and what follows in its case waits; a refused creation of a case that has ended holds up nothing. */
    private JobOutcome refused(ClaimedNotice taken, String reason) {
        if (departures.isNotNeededAnyMore(taken)) {
            return JobOutcome.done(() -> departures.answered(taken, CANCELLED, true, reason));
        }
        return new JobOutcome.Never(reason, () -> departures.answered(taken, PERMANENT_FAILURE, true, reason));
    }
}
