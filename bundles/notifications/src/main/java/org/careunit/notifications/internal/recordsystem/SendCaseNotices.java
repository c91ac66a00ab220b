package org.careunit.notifications.internal.recordsystem;

import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.delivery.ResidentRules;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch.Attempt;
import org.careunit.notifications.internal.recordsystem.NoticeDispatch.ClaimedNotice;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices to record systems and records the result. A row that stays {@link MessageState#SENDING} is one of which
 * nobody knows whether it was carried out: it goes out again under the same id, also where the case has ended
 * meanwhile, and what follows it waits.
 */
@Component(service = JobHandler.class)
public final class SendCaseNotices implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SendCaseNotices.class);

    static final String TYPE = "send-" + NoticeKey.CHANNEL.key();

    /**
     * A job that has run for less than this cannot have been taken over by another node, so its lease need not be
     * checked in the database.
     */
    private static final Duration SURELY_OURS = Duration.ofSeconds(5);

    private static final int TOGETHER = 16;
    private static final Set<MessageState> WAITING = Set.of(QUEUED, TEMPORARY_FAILURE, SENDING);

    private final RecordSystemRegister register;
    private final RecordSystemsComponent systems;
    private final NamedResident residents;
    private final NoticeDispatch dispatch;
    private final NoticeResults results;

    @Activate
    public SendCaseNotices(
            @Reference RecordSystemRegister register,
            @Reference RecordSystemsComponent systems,
            @Reference NamedResident residents,
            @Reference NoticeDispatch dispatch,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.register = register;
        this.systems = systems;
        this.residents = residents;
        this.dispatch = dispatch;
        this.results = new NoticeResults(dispatch, clock);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Marking and recording cost more than a record system's answer, and several do both at once. */
    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public JobOutcome run(Job job) {
        return runTogether(List.of(job)).get(0);
    }

    /**
     * Sends notices of different cases one after the other. Behind one of which nobody knows whether it was carried out
     * the others wait, so that a record system which does not answer keeps no worker for long.
     */
    @Override
    public List<JobOutcome> runTogether(List<Job> jobs) {
        long begin = System.nanoTime();
        Map<JobId, JobOutcome> outcomes = new HashMap<>();
        List<Outgoing> outgoing = new ArrayList<>();
        Map<UUID, CaseRef> subjects =
                dispatch.subjects(jobs.stream().map(SendCaseNotices::id).toList());
        jobs.forEach(job -> prepare(job, Optional.ofNullable(subjects.get(id(job))), outgoing)
                .ifPresent(outcome -> outcomes.put(job.id(), outcome)));
        List<ClaimedNotice> taken =
                dispatch.take(outgoing.stream().map(Outgoing::attempt).toList());
        SendingInTurn turn = new SendingInTurn(begin);
        for (int i = 0; i < outgoing.size(); i++) {
            Outgoing one = outgoing.get(i);
            outcomes.put(one.job().id(), turn.send(one, taken.get(i)));
        }
        return jobs.stream().map(job -> outcomes.get(job.id())).toList();
    }

    /** A notice that may leave, with where it goes and whom it names. */
    private record Outgoing(Job job, CaseRef subject, RecordSystem system, Optional<Identity> resident) {

        Attempt attempt() {
            return new Attempt(id(job), subject, job.lease().number());
        }
    }

    private static UUID id(Job job) {
        return UUID.fromString(job.id().key());
    }

    /** The host is asked before the notice is marked as leaving: where it cannot say, surely nothing was sent. */
    private Optional<JobOutcome> prepare(Job job, Optional<CaseRef> subject, List<Outgoing> outgoing) {
        if (subject.isEmpty()) {
            return Optional.of(JobOutcome.done());
        }
        Optional<RecordSystem> system = register.find(subject.get().unit());
        Optional<String> rests = whyItRests(subject.get().unit(), system);
        if (rests.isPresent()) {
            return rests.map(why -> JobOutcome.destinationRests(why, Duration.ZERO));
        }
        return prepare(job, subject.get(), system.orElseThrow(), outgoing);
    }

    /** A resident of whom the host cannot say anything now keeps nobody else's notice waiting. */
    private Optional<JobOutcome> prepare(Job job, CaseRef subject, RecordSystem system, List<Outgoing> outgoing) {
        try {
            Optional<Identity> resident = system.mayNameResident() ? residents.find(subject) : Optional.empty();
            outgoing.add(new Outgoing(job, subject, system, resident));
            return Optional.empty();
        } catch (UnavailableException notNow) {
            return Optional.of(JobOutcome.notNow(ResidentRules.hostSays(notNow), ResidentRules.ASK_AGAIN));
        }
    }

    /** Notices for another record system than the tested one wait, since it may belong to somebody else. */
    private Optional<String> whyItRests(HsaId unit, Optional<RecordSystem> system) {
        if (system.isEmpty()) {
            return Optional.of("Unit " + unit + " has no record system now, or two");
        }
        return systems.status(unit).progress() == Progress.PASSED
                ? Optional.empty()
                : Optional.of(
                        "The record system of unit " + unit + " has not passed a test message since it was changed");
    }

    @Override
    public void writeTogether(List<JobOutcome> outcomes) {
        results.writeTogether(outcomes);
    }

    @Override
    public void gaveUp(Job job, String reason) {
        dispatch.ended(id(job), WAITING, TECHNICAL_FAILURE, reason);
    }

    private static boolean isOurs(Job job, long begin) {
        try {
            return System.nanoTime() - begin < SURELY_OURS.toNanos()
                    || job.lease().isHeld();
        } catch (UnavailableException outage) {
            LOG.debug("Whether job {} is still ours cannot be said now: its notice waits", job.id(), outage);
            return false;
        }
    }

    /** Sends the notices of a group in turn, as long as the record system answers. */
    private final class SendingInTurn {

        private final long begin;
        private boolean isAnswering = true;

        SendingInTurn(long begin) {
            this.begin = begin;
        }

        /** Whatever is thrown about one notice is its own outcome: those before it were sent. */
        JobOutcome send(Outgoing one, ClaimedNotice taken) {
            try {
                Optional<RecordSystemAnswer> answer =
                        isAnswering && isOurs(one.job(), begin) ? ask(one, taken) : Optional.empty();
                isAnswering &= answer.map(SendCaseNotices::isOne).orElse(true);
                return answer.map(given -> results.of(taken, given)).orElseGet(() -> results.notSent(taken));
            } catch (Throwable failure) {
                LOG.debug("Notice {} failed", id(one.job()), failure);
                return JobOutcome.tryLater(failure.toString());
            }
        }

        /** Empty if there is nothing to send. */
        private Optional<RecordSystemAnswer> ask(Outgoing one, ClaimedNotice taken) {
            return taken.notice().map(notice -> NoticeSending.send(one.system(), notice.withResident(one.resident())));
        }
    }

    private static boolean isOne(RecordSystemAnswer answer) {
        return answer.isCertain() && answer.result().status() != DeliveryStatus.UNAVAILABLE;
    }
}
