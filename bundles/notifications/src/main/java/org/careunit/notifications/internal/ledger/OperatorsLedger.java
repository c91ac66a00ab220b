package org.careunit.notifications.internal.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.events.EventId;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.delivery.MessageChannel;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.storage.Transactions;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.MessageLedger.Position;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Provides the ledger to units' administrators for reading and to operators for reading, retrying and discarding. */
@Component(service = Messages.class)
public final class OperatorsLedger implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorsLedger.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int AT_ONCE = 200;

    private final AccessControl access;
    private final Transactions transactions;
    private final MessageLedger ledger;
    private final Recipients recipients;
    private final Outbox outbox;
    private final CaseNotices notices;

    @Activate
    public OperatorsLedger(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference Recipients recipients,
            @Reference Outbox outbox,
            @Reference CaseNotices notices) {
        this.access = access;
        this.transactions = transactions;
        this.ledger = ledger;
        this.recipients = recipients;
        this.outbox = outbox;
        this.notices = notices;
    }

    @Override
    public Page<LedgerEntry> newest(Actor actor, Optional<MessageState> state, PageRequest page) {
        requireOperator(actor);
        return page(Optional.empty(), state, page);
    }

    @Override
    public Page<LedgerEntry> ofUnit(Actor actor, HsaId unit, Optional<MessageState> state, PageRequest page) {
        access.require(actor, Operation.READ_LEDGER, new Target.Unit(unit));
        return page(Optional.of(unit), state, page);
    }

    private Page<LedgerEntry> page(Optional<HsaId> unit, Optional<MessageState> state, PageRequest page) {
        List<LedgerRow> read =
                ledger.newest(unit, state, page.after().map(OperatorsLedger::position), page.limit() + 1);
        return Page.ofRead(read, row -> row.changedAt() + "/" + row.id(), page).map(OperatorsLedger::entry);
    }

    @SuppressWarnings("UnusedException") // their messages repeat the input
    private static Position position(String after) {
        try {
            int slash = after.indexOf('/');
            Instant changedAt = SwedishTime.within("after", Instant.parse(after.substring(0, slash)));
            return new Position(changedAt, UUID.fromString(after.substring(slash + 1)));
        } catch (DateTimeException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | RefusedException otherForm) {
            throw PageRequest.unreadable();
        }
    }

    @Override
    public List<LedgerEntry> about(Actor actor, CaseRef subject) {
        access.require(actor, Operation.READ_LEDGER, new Target.Unit(subject.unit()));
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
        LedgerRow failed = ledger.find(id).orElseThrow(() -> NotificationProblem.NO_MESSAGE.refused(id));
        if (!failed.state().failed() || failed.messageId().isEmpty()) {
            throw NotificationProblem.NOT_FAILED.refused(id, failed.state());
        }
        if (failed.topic() == Topic.CASE_WAITING) {
            transactions.run(() -> notices.sendAgain(failed));
            return entry(ledger.find(id).orElseThrow());
        }
        Contact contact = Recipient.of(failed.recipient())
                .flatMap(recipient -> recipients.contact(failed.subject().unit(), failed.topic(), recipient))
                .orElseThrow(() -> NotificationProblem.NO_RECIPIENT.refused(id));
        MessageChannel channel = outbox.channel(failed.channel())
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.GATEWAY, "There is no gateway for " + failed.channel()));
        transactions.run(() -> outbox.sendAgain(failed, channel, contact));
        return entry(ledger.find(id).orElseThrow());
    }

    @Override
    public RetriedMessages retryAll(Actor actor, FailedMessages which) {
        requireOperator(actor);
        int again = 0;
        int left = 0;
        for (List<LedgerRow> some = ledger.failed(which, FIRST, AT_ONCE); !some.isEmpty(); ) {
            for (LedgerRow row : some) {
                if (isSentAgain(actor, row)) {
                    again++;
                } else {
                    left++;
                }
            }
            some = ledger.failed(which, some.get(some.size() - 1).id(), AT_ONCE);
        }
        return new RetriedMessages(again, left);
    }

    /** One that a message carries which was started again just now is sent with it. */
    private boolean isSentAgain(Actor actor, LedgerRow row) {
        if (ledger.find(row.id())
                .map(LedgerRow::state)
                .filter(MessageState.QUEUED::equals)
                .isPresent()) {
            return true;
        }
        try {
            retry(actor, row.id());
            return true;
        } catch (RefusedException cannotBe) {
            LOG.debug("Message {} stays as it is: {}", row.id(), cannotBe.getMessage());
            return false;
        }
    }

    @Override
    public LedgerEntry discard(Actor actor, UUID id) {
        requireOperator(actor);
        LedgerRow parked = ledger.find(id).orElseThrow(() -> NotificationProblem.NO_MESSAGE.refused(id));
        transactions.run(() -> notices.discard(parked));
        return entry(ledger.find(id).orElseThrow());
    }

    private void requireOperator(Actor actor) {
        access.require(actor, Operation.OPERATE, new Target.Platform());
    }

    public static LedgerEntry entry(LedgerRow row) {
        return new LedgerEntry(
                row.id(),
                row.topic(),
                new EventId(row.event()),
                row.subject(),
                row.channel(),
                CaseNotices.shown(row).or(row::shown),
                row.state(),
                row.attempts(),
                row.detail(),
                row.messageId(),
                row.changedAt());
    }
}
