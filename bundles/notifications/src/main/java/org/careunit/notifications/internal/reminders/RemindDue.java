package org.careunit.notifications.internal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.cases.ReminderEvent;
import org.careunit.notifications.internal.cases.StoredCaseClocks;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.careunit.notifications.internal.delivery.News;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.Outbox.AddressedNews;
import org.careunit.notifications.internal.recipients.RecipientRules;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.careunit.storage.Cases;
import org.careunit.storage.DueCases;
import org.careunit.storage.StoredCase;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends the due reminders of one unit. Recipients are determined first; then, in one transaction, each case is locked
 * and checked again, its reminders are entered in the ledger, and its clocks are marked and recalculated.
 */
@Component(service = JobHandler.class)
public final class RemindDue implements JobHandler {

    static final String TYPE = "remind";

    /** Reminders that are due at the same instant for one recipient are one message, up to so many cases. */
    private static final int AT_ONCE = 1_000;

    private static final Duration LATER = Duration.ofSeconds(30);

    private final DueCases dues;
    private final Cases cases;
    private final CaseReader reader;
    private final CaseSchedule schedule;
    private final UnitFacts facts;
    private final Outbox outbox;
    private final Jobs jobs;

    @Activate
    public RemindDue(
            @Reference DueCases dues,
            @Reference Cases cases,
            @Reference CaseReader reader,
            @Reference CaseSchedule schedule,
            @Reference UnitFacts facts,
            @Reference Outbox outbox,
            @Reference Jobs jobs) {
        this.dues = dues;
        this.cases = cases;
        this.reader = reader;
        this.schedule = schedule;
        this.facts = facts;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Priority priority() {
        return Priority.SWEEP;
    }

    /** One: reminders of 08:00 may take a minute, and what comes in meanwhile leaves beside them. */
    @Override
    public int workersPerDestination() {
        return 1;
    }

    @Override
    public JobOutcome run(Job job) {
        HsaId unit = new HsaId(job.id().key());
        Instant now = schedule.now();
        List<StoredCase> due = dues.of(unit, now, AT_ONCE);
        if (due.isEmpty()) {
            return JobOutcome.done();
        }
        try {
            Round round = new Round(unit, now);
            due.forEach(round::decide);
            Runnable work = () -> round.remind(due);
            return due.size() < AT_ONCE
                    ? JobOutcome.done(work)
                    : new JobOutcome.Continue("", due.size() + " cases were due", work);
        } catch (UnavailableException notNow) {
            return JobOutcome.notNow("Reminders of " + unit + " wait: " + notNow.getMessage(), LATER);
        }
    }

    /** Key of a recipient decision: the clock of a case and its handler. */
    private record RecipientQuery(CaseRef subject, CaseClock clock, Optional<StaffId> handler) {}

    /** One look at a unit. */
    private final class Round {

        private final HsaId id;
        private final Instant now;
        private final RecipientRules.Facts unit;
        private final Map<RecipientQuery, Decision> decisions = new HashMap<>();
        private final Map<Optional<CaseTypeKey>, Optional<ClockSettings>> settings = new HashMap<>();

        private Round(HsaId unit, Instant now) {
            this.id = unit;
            this.now = now;
            this.unit = facts.of(unit);
        }

        /** Determines the recipients, outside of a transaction. */
        private void decide(StoredCase seen) {
            remindingNow(seen).keySet().stream()
                    .filter(clock -> clock.audience() == CaseClock.Audience.STAFF)
                    .forEach(clock -> decisions.put(
                            new RecipientQuery(seen.ref(), clock, seen.handler()),
                            RecipientRules.remind(clock.topic(), seen.handler(), unit)));
        }

        private Map<CaseClock, Instant> remindingNow(StoredCase stored) {
            return settings(stored)
                    .map(inForce -> StoredCaseClocks.remindingNow(stored, inForce, now))
                    .orElse(Map.of());
        }

        private Optional<ClockSettings> settings(StoredCase stored) {
            return settings.computeIfAbsent(stored.caseType(), type -> schedule.settings(stored));
        }

        private void remind(List<StoredCase> due) {
            Map<CaseRef, StoredCase> locked =
                    cases.lock(due.stream().map(StoredCase::ref).toList());
            List<AddressedNews> tellings = new ArrayList<>();
            List<StoredCase> changed = new ArrayList<>();
            for (StoredCase stored : locked.values()) {
                StoredCase known = reader.known(stored);
                StoredCase reminded = remind(known, tellings);
                StoredCase next = settings(reminded)
                        .map(inForce -> StoredCaseClocks.scheduled(reminded, inForce, now))
                        .orElseGet(() -> StoredCaseClocks.due(reminded, Optional.empty(), Optional.empty()));
                if (!next.equals(stored)) {
                    changed.add(next);
                }
            }
            cases.update(changed);
            outbox.addTogether(tellings);
        }

        /** A case that has another handler by now is left as it is, and looked at again. */
        private StoredCase remind(StoredCase known, List<AddressedNews> tellings) {
            Set<CaseClock> used = new HashSet<>();
            remindingNow(known).forEach((clock, due) -> {
                Optional<Decision> decision =
                        Optional.ofNullable(decisions.get(new RecipientQuery(known.ref(), clock, known.handler())));
                News news = new News(
                        clock.topic(),
                        ReminderEvent.of(clock, known),
                        known.ref(),
                        Optional.of(due),
                        isSimulated(clock));
                if (clock.audience() == CaseClock.Audience.RESIDENT) {
                    jobs.add(List.of(RemindResident.job(news)));
                    used.add(clock);
                } else if (decision.isPresent()) {
                    addNews(news, known, decision.get(), tellings);
                    used.add(clock);
                }
            });
            return used.isEmpty() ? known : StoredCaseClocks.reminded(known, used);
        }

        /** A resident is looked up later, when the unit may not simulate any more. */
        private boolean isSimulated(CaseClock clock) {
            return clock.audience() == CaseClock.Audience.RESIDENT && outbox.isSimulated(id, clock.topic());
        }

        private void addNews(News news, StoredCase known, Decision decision, List<AddressedNews> tellings) {
            if (decision.addressees().isEmpty()) {
                outbox.addWithoutRecipient(news, facts.written(known.ref().unit(), decision.whyNobody()));
            } else {
                News staff = new News(news.topic(), news.event(), news.subject());
                tellings.add(new AddressedNews(staff, Optional.of(known), decision.addressees()));
            }
        }
    }
}
