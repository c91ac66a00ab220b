package org.careunit.notifications.internal.recordsystem;

import static java.util.stream.Collectors.toMap;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SIMULATED;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.Transactions;
import org.careunit.storage.messages.AttemptToken;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.MessageLedger.Addressed;
import org.careunit.storage.messages.MessageLedger.Answered;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.MessageLedger.Leaving;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Claims notices in the ledger before they are sent, if they are still wanted, and records the result. */
@Component(service = NoticeDispatch.class)
public final class NoticeDispatch {

    private static final Set<MessageState> UNFINISHED = Set.of(QUEUED, TEMPORARY_FAILURE, SENDING);
    private static final Set<MessageState> NEVER_THERE = Set.of(CANCELLED, PERMANENT_FAILURE, SIMULATED);

    /** Record systems have no suppressions. */
    private static final List<String> NO_ADDRESS = List.of("-");

    private final Transactions transactions;
    private final MessageLedger ledger;
    private final EventLog events;
    private final UnitRules rules;

    @Activate
    public NoticeDispatch(
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference EventLog events,
            @Reference UnitRules rules) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.events = events;
        this.rules = rules;
    }

    /**
     * A notice that was marked as leaving.
     *
     * @param token names this attempt
     * @param wasUnknown whether an earlier attempt may have been carried out
     * @param notice empty if nothing is to be sent
     * @param isBehindAnother whether the creation of its round, or a later attempt, has to come first
     */
    record ClaimedNotice(AttemptToken token, boolean wasUnknown, Optional<CaseNotice> notice, boolean isBehindAnother) {

        private static final ClaimedNotice NOTHING =
                new ClaimedNotice(AttemptToken.of(0), false, Optional.empty(), false);
        private static final ClaimedNotice BEHIND =
                new ClaimedNotice(AttemptToken.of(0), false, Optional.empty(), true);
    }

    /** Which cases notices are about, by the notices' ids; without those of notices that are there no more. */
    Map<UUID, CaseRef> subjects(Collection<UUID> ids) {
        return ledger.find(ids).stream().collect(toMap(LedgerRow::id, LedgerRow::subject));
    }

    /**
     * A notice to be claimed.
     *
     * @param lease the number of the job's lease; a later attempt has a greater one
     */
    record Attempt(UUID id, CaseRef subject, long lease) {}

    /**
     * Marks notices as leaving, in one transaction and under the locks of their cases, or cancels them.
     *
     * @return what came of each, in the same order
     */
    List<ClaimedNotice> take(List<Attempt> attempts) {
        return attempts.isEmpty() ? List.of() : transactions.call(() -> takeOnce(attempts));
    }

    private List<ClaimedNotice> takeOnce(List<Attempt> attempts) {
        List<Departure> departures = ledger.prepare(
                NoticeKey.CHANNEL,
                attempts.stream()
                        .map(attempt -> new Addressed(attempt.id(), NO_ADDRESS))
                        .toList());
        LockedNotices locked = LockedNotices.read(
                ledger, events, attempts.stream().map(Attempt::id).toList());
        Map<UUID, ClaimedNotice> taken = new HashMap<>();
        List<Leaving> leaving = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            ClaimedNotice notice = decide(attempt, locked);
            taken.put(attempt.id(), notice);
            if (notice.notice().isPresent()) {
                leaving.add(new Leaving(attempt.id(), departures.get(i), notice.token(), List.of()));
            }
        }
        markLeaving(leaving, taken);
        return attempts.stream().map(attempt -> taken.get(attempt.id())).toList();
    }

    /** A notice is one row, so nothing is to be rolled back where it was not taken. */
    private void markLeaving(List<Leaving> leaving, Map<UUID, ClaimedNotice> taken) {
        if (leaving.isEmpty()) {
            return;
        }
        List<Optional<Integer>> rows = ledger.take(leaving, "");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isEmpty()) {
                taken.put(leaving.get(i).messageId(), ClaimedNotice.BEHIND);
            }
        }
    }

    private ClaimedNotice decide(Attempt attempt, LockedNotices locked) {
        Optional<LedgerRow> row = locked.row(attempt.id()).filter(found -> UNFINISHED.contains(found.state()));
        if (row.isPresent() && rules.isSimulated(row.get().subject().unit())) {
            ledger.move(attempt.id(), UNFINISHED, SIMULATED, MessageDispatch.SIMULATED);
            return ClaimedNotice.NOTHING;
        }
        return row.map(found -> decide(found, locked, attempt.lease())).orElse(ClaimedNotice.NOTHING);
    }

    private ClaimedNotice decide(LedgerRow row, LockedNotices locked, long lease) {
        NoticeKey key = NoticeKey.of(row).orElseThrow();
        boolean isUnknown = row.state() == SENDING;
        Optional<MessageState> creation = locked.creation(row, key).map(LedgerRow::state);
        boolean isWanted = key.kind() == Kind.CREATED
                ? isUnknown || locked.rounds(row).isWaiting(row.event())
                : creation.filter(NEVER_THERE::contains).isEmpty();
        if (!isWanted) {
            ledger.move(row.id(), UNFINISHED, CANCELLED, NewsRelevance.NOT_ANY_MORE);
            return ClaimedNotice.NOTHING;
        }
        if (key.kind() != Kind.CREATED && creation.filter(UNFINISHED::contains).isPresent()) {
            return ClaimedNotice.BEHIND;
        }
        return new ClaimedNotice(AttemptToken.of(lease), isUnknown, Optional.of(notice(row, key, locked)), false);
    }

    private boolean isWaiting(LedgerRow row) {
        return new CaseRounds(events.ofCase(row.subject())).isWaiting(row.event());
    }

    private static CaseNotice notice(LedgerRow row, NoticeKey key, LockedNotices locked) {
        return new CaseNotice(
                row.id(),
                key.kind(),
                row.subject(),
                key.round(),
                locked.event(row).map(StoredEvent::occurredAt).orElse(row.changedAt()),
                Optional.empty(),
                false);
    }

    /** Whether a creation that was sent is of no use by now. */
    boolean isNotNeededAnyMore(ClaimedNotice taken) {
        CaseNotice notice = taken.notice().orElseThrow();
        return notice.kind() == Kind.CREATED
                && !ledger.find(notice.id()).filter(this::isWaiting).isPresent();
    }

    /** Records that record systems have accepted notices. */
    void delivered(List<Delivered> notices) {
        ledger.answered(notices.stream().map(Delivered::answered).toList());
    }

    /**
     * A notice that a record system has taken.
     *
     * @param detail what it said
     */
    record Delivered(ClaimedNotice taken, String detail) {

        private Answered answered() {
            return new Answered(taken.notice().orElseThrow().id(), taken.token(), DELIVERED, true, detail);
        }
    }

    /** Records the result of an attempt. */
    void answered(ClaimedNotice taken, MessageState state, boolean isAttempt, String detail) {
        ledger.answered(taken.notice().orElseThrow().id(), taken.token(), state, isAttempt, detail);
    }

    /** A notice ends without an answer. */
    void ended(UUID id, Set<MessageState> from, MessageState how, String why) {
        ledger.moveMessage(id, from, how, why);
    }
}
