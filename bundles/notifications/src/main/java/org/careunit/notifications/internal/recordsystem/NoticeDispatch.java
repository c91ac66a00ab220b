package org.careunit.notifications.internal.recordsystem;

import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SIMULATED;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.util.List;
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
import org.careunit.storage.Cases;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.Transactions;
import org.careunit.storage.messages.AttemptToken;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.MessageLedger.Departure;
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
    private final Cases cases;
    private final UnitRules rules;

    @Activate
    public NoticeDispatch(
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference EventLog events,
            @Reference Cases cases,
            @Reference UnitRules rules) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.events = events;
        this.cases = cases;
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

    /** Which case a notice is about; empty if there is no such notice any more. */
    Optional<CaseRef> subject(UUID id) {
        return ledger.find(id).map(LedgerRow::subject);
    }

    /**
     * A notice that is to leave.
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
        return transactions.call(() -> {
            cases.lock(attempts.stream().map(Attempt::subject).toList());
            return attempts.stream().map(this::take).toList();
        });
    }

    private ClaimedNotice take(Attempt attempt) {
        UUID id = attempt.id();
        Departure departure = ledger.prepare(id, NoticeKey.CHANNEL, NO_ADDRESS);
        Optional<LedgerRow> row = ledger.find(id).filter(found -> UNFINISHED.contains(found.state()));
        if (row.isPresent() && rules.isSimulated(row.get().subject().unit())) {
            ledger.move(id, UNFINISHED, SIMULATED, MessageDispatch.SIMULATED);
            return ClaimedNotice.NOTHING;
        }
        return row.isEmpty() ? ClaimedNotice.NOTHING : take(row.get(), departure, attempt.lease());
    }

    private ClaimedNotice take(LedgerRow row, Departure departure, long lease) {
        NoticeKey key = NoticeKey.of(row).orElseThrow();
        boolean isUnknown = row.state() == SENDING;
        if (key.kind() == Kind.CREATED ? !isUnknown && !isWaiting(row) : isNotThere(row, key)) {
            ledger.move(row.id(), UNFINISHED, CANCELLED, NewsRelevance.NOT_ANY_MORE);
            return ClaimedNotice.NOTHING;
        }
        if (key.kind() != Kind.CREATED && isUndecided(row, key)) {
            return ClaimedNotice.BEHIND;
        }
        AttemptToken token = AttemptToken.of(lease);
        if (ledger.take(row.id(), departure, token, List.of(), "").isEmpty()) {
            return ClaimedNotice.BEHIND;
        }
        return new ClaimedNotice(token, isUnknown, Optional.of(notice(row, key)), false);
    }

    private boolean isWaiting(LedgerRow row) {
        return new CaseRounds(events.ofCase(row.subject())).isWaiting(row.event());
    }

    private boolean isNotThere(LedgerRow row, NoticeKey key) {
        return creation(row, key)
                .filter(found -> NEVER_THERE.contains(found.state()))
                .isPresent();
    }

    private boolean isUndecided(LedgerRow row, NoticeKey key) {
        return creation(row, key)
                .filter(found -> UNFINISHED.contains(found.state()))
                .isPresent();
    }

    private Optional<LedgerRow> creation(LedgerRow row, NoticeKey key) {
        return CaseNotices.find(ledger.about(row.subject()), key.creation());
    }

    private CaseNotice notice(LedgerRow row, NoticeKey key) {
        return new CaseNotice(
                row.id(),
                key.kind(),
                row.subject(),
                key.round(),
                events.find(row.event()).map(StoredEvent::occurredAt).orElse(row.changedAt()),
                Optional.empty(),
                false);
    }

    /** Whether a creation that was sent is of no use by now. */
    boolean isNotNeededAnyMore(ClaimedNotice taken) {
        CaseNotice notice = taken.notice().orElseThrow();
        return notice.kind() == Kind.CREATED
                && !ledger.find(notice.id()).filter(this::isWaiting).isPresent();
    }

    /** Writes down what came of an attempt. */
    void answered(ClaimedNotice taken, MessageState state, boolean isAttempt, String detail) {
        ledger.answered(taken.notice().orElseThrow().id(), taken.token(), state, isAttempt, detail);
    }

    /** A notice ends without an answer. */
    void ended(UUID id, Set<MessageState> from, MessageState how, String why) {
        ledger.moveMessage(id, from, how, why);
    }
}
