package org.careunit.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.api.units.CareUnit;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.NoRecipient;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.recipients.NoRecipientReason;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.RegionalAdministrators;
import org.careunit.storage.Grants;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.RecurringSweep;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks hourly for units whose last administrator's permission or employment has ended, and notifies the region's
 * administrators once for each loss. The ledger prevents repetition: a loss is identified by the unit and the instant.
 */
@Component(service = JobHandler.class)
public final class AdministratorWatch extends RecurringSweep {

    static final JobId JOB = JobId.of("watch-administrators", "hourly");

    /** Case id in the ledger for news without a case. */
    static final String NO_CASE = "-";

    private static final Duration PAUSE = Duration.ofHours(1);

    private final UnitRegister units;
    private final Grants grants;
    private final MessageLedger ledger;
    private final RegionalAdministrators administrators;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public AdministratorWatch(
            @Reference UnitRegister units,
            @Reference Grants grants,
            @Reference MessageLedger ledger,
            @Reference RegionalAdministrators administrators,
            @Reference Outbox outbox,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        super(JOB, jobs);
        this.units = units;
        this.grants = grants;
        this.ledger = ledger;
        this.administrators = administrators;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public JobOutcome run(Job job) {
        Instant now = clock.instant();
        List<Runnable> tellings = units.all().stream()
                .map(UnitRegister.Entry::unit)
                .filter(unit -> unit.state() != CareUnit.State.CLOSED)
                .map(CareUnit::id)
                .flatMap(unit -> loss(unit, now).stream())
                .map(this::notification)
                .toList();
        return new JobOutcome.Again(now.plus(PAUSE), () -> tellings.forEach(Runnable::run));
    }

    private Optional<Loss> loss(HsaId unit, Instant now) {
        return LastAdministrator.lostAt(grants.atUnit(unit), now).map(at -> new Loss(unit, at));
    }

    /** The notifications to send for a loss; none if they were sent before. */
    private Runnable notification(Loss loss) {
        List<LedgerRow> rows = ledger.about(loss.subject()).stream()
                .filter(row -> row.event().equals(loss.event()))
                .toList();
        if (rows.stream().anyMatch(row -> row.state() != MessageState.NO_RECIPIENT)) {
            return JobOutcome.NOTHING;
        }
        List<ReachableRecipient> addressees = administrators.of(loss.unit());
        if (!addressees.isEmpty()) {
            return () -> outbox.add(loss.news(), addressees);
        }
        return rows.isEmpty()
                ? () -> outbox.addWithoutRecipient(
                        loss.news(),
                        NoRecipient.because(NoRecipientReason.of(
                                MessageReason.NOBODY_REACHED,
                                "The region has no administrator with an address in the directory")))
                : JobOutcome.NOTHING;
    }

    /** A unit has had no administrator since then. */
    private record Loss(HsaId unit, Instant at) {

        String event() {
            return "administrator-lost:" + unit + ":" + at.getEpochSecond();
        }

        News news() {
            return new News(Topic.ADMINISTRATOR_LOST, event(), subject());
        }

        CaseRef subject() {
            return new CaseRef(unit, NO_CASE);
        }
    }
}
