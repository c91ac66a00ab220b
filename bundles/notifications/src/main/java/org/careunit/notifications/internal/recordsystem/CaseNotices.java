package org.careunit.notifications.internal.recordsystem;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SIMULATED;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recordsystem.CaseRounds.Round;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.SystemActor;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Enters notices to a record system in the ledger because of an event, with a job for each, in the order of the case.
 * All methods run in the caller's transaction.
 */
@Component(service = CaseNotices.class)
public final class CaseNotices {

    private static final Actor US = new SystemActor("notifications");

    /** A creation in one of these states is surely not in the record system, and needs no ending. */
    private static final Set<MessageState> NOT_THERE = Set.of(QUEUED, TEMPORARY_FAILURE, PERMANENT_FAILURE);

    private final UnitSettings settings;
    private final UnitRules rules;
    private final Store store;
    private final Clock clock;

    /** The store's services for notices. */
    private record Store(MessageLedger ledger, EventLog events, Cases cases, Jobs jobs) {}

    @Activate
    public CaseNotices(
            @Reference UnitSettings settings,
            @Reference UnitRules rules,
            @Reference MessageLedger ledger,
            @Reference EventLog events,
            @Reference Cases cases,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.settings = settings;
        this.rules = rules;
        this.store = new Store(ledger, events, cases, jobs);
        this.clock = clock;
    }

    /** Does what follows from an event. */
    public void follow(CaseEvent event) {
        store.cases().lock(List.of(event.subject()));
        followLocked(List.of(event));
    }

    /** As above, of many events, whose cases the caller has locked; what is known of the cases is read together. */
    public void followLocked(List<CaseEvent> events) {
        List<CaseEvent> telling = events.stream()
                .filter(event -> begins(event.change()) || ends(event.change()))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        Set<CaseRef> unread = telling.stream().map(CaseEvent::subject).collect(Collectors.toSet());
        Map<CaseRef, List<LedgerRow>> about =
                store.ledger().about(unread).stream().collect(Collectors.groupingBy(LedgerRow::subject));
        Map<CaseRef, List<StoredEvent>> stored = store.events().ofCases(unread).stream()
                .collect(Collectors.groupingBy(one -> one.subject().orElseThrow()));
        for (CaseEvent event : telling) {
            CaseRef ref = event.subject();
            boolean isFirst = unread.remove(ref);
            List<LedgerRow> rows = isFirst
                    ? about.getOrDefault(ref, List.of())
                    : store.ledger().about(ref); // an event before it may have entered some
            follow(event, notices(rows), new CaseRounds(stored.getOrDefault(ref, List.of())));
        }
    }

    private void follow(CaseEvent event, List<LedgerRow> about, CaseRounds rounds) {
        if (begins(event.change())) {
            begin(event, about, rounds);
        } else if (!about.isEmpty()) {
            rounds.of(event.id().value()).ifPresent(round -> endOnce(about, round));
        }
    }

    private static boolean begins(CaseChange change) {
        return change instanceof CaseChange.Received || change instanceof CaseChange.Reopened;
    }

    private static boolean ends(CaseChange change) {
        return change instanceof CaseChange.Withdrawn
                || change instanceof CaseChange.Answered
                || change instanceof CaseChange.Closed;
    }

    private boolean isOn(HsaId unit) {
        try {
            return rules.silentBecause(unit).isEmpty()
                    && settings.read(US, unit, RecordSystemNotification.class)
                            .content()
                            .on();
        } catch (RefusedException hasNotJoined) {
            return false;
        }
    }

    private void begin(CaseEvent event, List<LedgerRow> about, CaseRounds rounds) {
        CaseRef ref = event.subject();
        String id = event.id().value();
        Round round = rounds.of(id).orElseThrow();
        if (creation(about, round).isPresent()) {
            return; // a second receipt
        }
        rounds.before(round).forEach(earlier -> finish(about, earlier)); // so that it is told first
        if (isOn(ref.unit())) {
            NoticeKey key = new NoticeKey(Kind.CREATED, round.number());
            if (rounds.isWaiting(id)) {
                enter(ref, id, key, rules.isSimulated(ref.unit()));
            } else {
                store.ledger().enter(row(ref, id, key, CANCELLED, NewsRelevance.NOT_ANY_MORE));
            }
        }
    }

    /** Has the end of an earlier round told, or its beginning cancelled, which would hold up the next round's. */
    private void finish(List<LedgerRow> about, Round earlier) {
        if (earlier.end().isPresent()) {
            endOnce(about, earlier);
        } else {
            creation(about, earlier)
                    .filter(begun -> NOT_THERE.contains(begun.state()))
                    .ifPresent(this::cancel);
        }
    }

    private static List<LedgerRow> notices(List<LedgerRow> about) {
        return about.stream().filter(row -> row.topic() == Topic.CASE_WAITING).toList();
    }

    /** Has the end of a round told, if it has ended and its beginning was, or may have been, told. */
    private void endOnce(List<LedgerRow> about, Round round) {
        Optional<StoredEvent> end = round.end();
        Optional<LedgerRow> creation = creation(about, round).filter(row -> row.state() != CANCELLED);
        if (end.isEmpty() || creation.isEmpty()) {
            return;
        }
        LedgerRow begun = creation.get();
        int number = NoticeKey.of(begun).orElseThrow().round();
        if (isEndedAlready(about, number)) {
            return;
        }
        if (NOT_THERE.contains(begun.state())) {
            cancel(begun);
            return;
        }
        CaseRef ref = begun.subject();
        boolean isSimulated = begun.state() == SIMULATED || rules.isSimulated(ref.unit());
        enter(ref, end.get().id(), new NoticeKey(CaseRounds.kind(end.get()), number), isSimulated);
    }

    /** The row of a round's beginning; by its event, since an event that came late may have given it another number. */
    private static Optional<LedgerRow> creation(List<LedgerRow> about, Round round) {
        return about.stream()
                .filter(row -> NoticeKey.of(row)
                        .filter(key -> key.kind() == Kind.CREATED)
                        .isPresent())
                .filter(row -> round.isBegunBy(row.event()))
                .findFirst();
    }

    /** A simulated notice needs no job, since nothing is sent. */
    private void enter(CaseRef ref, String event, NoticeKey key, boolean isSimulated) {
        if (isSimulated) {
            store.ledger().enter(row(ref, event, key, SIMULATED, MessageDispatch.SIMULATED));
            return;
        }
        LedgerRow row = row(ref, event, key, QUEUED, "");
        if (store.ledger().enter(row)) {
            store.jobs().add(List.of(job(row)));
        }
    }

    /** The creation of a round, or what else a row of the case is to be. */
    static Optional<LedgerRow> find(List<LedgerRow> about, NoticeKey key) {
        return about.stream().filter(key::isOf).findFirst();
    }

    /** A case that was answered and then closed has ended once; an end that an operator discarded stays so. */
    private static boolean isEndedAlready(List<LedgerRow> about, int round) {
        return about.stream()
                .flatMap(row -> NoticeKey.of(row).stream())
                .anyMatch(key -> key.kind() != Kind.CREATED && key.round() == round);
    }

    /** A refused creation is set aside, so that it no longer blocks its case. */
    private void cancel(LedgerRow creation) {
        store.jobs().discard(id(creation));
        store.ledger().move(creation.id(), NOT_THERE, CANCELLED, NewsRelevance.NOT_ANY_MORE);
    }

    private LedgerRow row(CaseRef ref, String event, NoticeKey key, MessageState state, String why) {
        UUID id = UUID.randomUUID();
        return new LedgerRow(
                id,
                Topic.CASE_WAITING,
                event,
                ref,
                NoticeKey.CHANNEL,
                key.toString(),
                Optional.empty(),
                Optional.of(id),
                state,
                0,
                why,
                clock.instant());
    }

    private static NewJob job(LedgerRow row) {
        return NewJob.now(id(row), "").inOrder("record-system " + row.subject());
    }

    /** Each unit has workers of its own, and needs no turns with others. */
    private static JobId id(LedgerRow row) {
        String lane = row.subject().unit().value().toLowerCase(Locale.ROOT);
        return new JobId(SendCaseNotices.TYPE, lane, row.id().toString());
    }

    /** What a row reports to a record system, for an operator; empty if the row is no notice. */
    public static Optional<String> shown(LedgerRow row) {
        return NoticeKey.of(row).map(key -> "record system: " + key.kind() + ", round " + key.round());
    }

    /**
     * Sends a notice again that failed, in its place in the order of its case; what may have been carried out stays
     * marked so.
     */
    public void sendAgain(LedgerRow failed) {
        MessageState state = failed.state() == TECHNICAL_FAILURE ? SENDING : QUEUED;
        if (!store.jobs().retry(id(failed)) && !store.jobs().startNow(id(failed))) {
            store.jobs().add(List.of(job(failed)));
        }
        store.ledger().move(failed.id(), Set.of(failed.state()), state, "Started again by an operator");
    }

    /**
     * Discards a parked notice, so that later notices of its case are sent.
     *
     * @throws RefusedException if it is not parked
     */
    public void discard(LedgerRow parked) {
        boolean isParked = parked.state() == PERMANENT_FAILURE || parked.state() == TECHNICAL_FAILURE;
        if (!isParked || NoticeKey.of(parked).isEmpty()) {
            throw NotificationProblem.NOT_PARKED.refused(parked.id(), parked.state());
        }
        store.jobs().discard(id(parked));
        store.ledger()
                .move(parked.id(), Set.of(parked.state()), CANCELLED, "Discarded by an operator: " + parked.detail());
    }
}
