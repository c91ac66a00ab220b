package org.careunit.notifications.internal;

import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.SUPPRESSED;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.storage.Message;
import org.careunit.storage.MessageLedger;
import org.careunit.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger as operators read and mend it. */
@Component(service = Messages.class)
public final class OperatorsLedger implements Messages {

    private static final Set<MessageState> FAILED =
            Set.of(TEMPORARY_FAILURE, PERMANENT_FAILURE, TECHNICAL_FAILURE, SUPPRESSED);

    private final AccessControl access;
    private final Transactions transactions;
    private final MessageLedger ledger;
    private final Audience audience;
    private final Outbox outbox;

    @Activate
    public OperatorsLedger(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference Audience audience,
            @Reference Outbox outbox) {
        this.access = access;
        this.transactions = transactions;
        this.ledger = ledger;
        this.audience = audience;
        this.outbox = outbox;
    }

    @Override
    public List<LedgerEntry> newest(Actor actor, Optional<MessageState> state, int limit) {
        requireOperator(actor);
        return ledger.newest(state, limit).stream().map(OperatorsLedger::entry).toList();
    }

    @Override
    public List<LedgerEntry> about(Actor actor, CaseRef subject) {
        requireOperator(actor);
        return ledger.about(subject).stream().map(OperatorsLedger::entry).toList();
    }

    @Override
    public Optional<LedgerEntry> find(Actor actor, UUID id) {
        requireOperator(actor);
        return ledger.find(id).map(OperatorsLedger::entry);
    }

    @Override
    public LedgerEntry retry(Actor actor, UUID id) {
        requireOperator(actor);
        Message failed = ledger.find(id).orElseThrow(() -> new RefusedException("There is no message " + id));
        if (!FAILED.contains(failed.state()) || failed.carrier().isEmpty()) {
            throw new RefusedException(
                    "Message " + id + " is " + failed.state() + "; only one that failed can be sent again");
        }
        Addressee addressee = audience.byKey(failed.subject().unit(), failed.recipient())
                .orElseThrow(
                        () -> new RefusedException(
                                "Message " + id
                                        + " has no recipient any more: they do not want to be told now, or it ended more than 24 hours ago"));
        transactions.run(() -> outbox.sendAgain(failed, failed.carrier().get(), addressee));
        return entry(ledger.find(id).orElseThrow());
    }

    private void requireOperator(Actor actor) {
        access.require(actor, Operation.OPERATE, new Target.Platform());
    }

    static LedgerEntry entry(Message row) {
        return new LedgerEntry(
                row.id(),
                row.event(),
                row.subject(),
                row.channel(),
                row.shown(),
                row.state(),
                row.attempts(),
                row.detail(),
                row.carrier(),
                row.changedAt());
    }
}
