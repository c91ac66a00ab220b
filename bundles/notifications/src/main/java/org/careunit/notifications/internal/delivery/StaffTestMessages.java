package org.careunit.notifications.internal.delivery;

import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.TestMessages;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.ledger.OperatorsLedger;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.messages.MessageLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends staff a test message the way news of a case takes, with a row in the ledger whose case is the test itself. */
@Component
public final class StaffTestMessages implements TestMessages {

    private final AccessControl access;
    private final Store store;
    private final Recipients recipients;
    private final Outbox outbox;
    private final UnitRules rules;

    /** The store's services for test messages. */
    private record Store(Transactions transactions, MessageLedger ledger, AuditTrail audit) {}

    @Activate
    public StaffTestMessages(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference AuditTrail audit,
            @Reference Recipients recipients,
            @Reference Outbox outbox,
            @Reference UnitRules rules) {
        this.access = access;
        this.store = new Store(transactions, ledger, audit);
        this.recipients = recipients;
        this.outbox = outbox;
        this.rules = rules;
    }

    @Override
    public LedgerEntry send(Actor actor, HsaId unit, StaffId staff, Channel channel) {
        requireAccess(actor, unit, staff);
        rules.silentBecause(unit).ifPresent(why -> {
            throw NotificationProblem.NO_TEST_MESSAGE.refused(why);
        });
        if (outbox.channel(channel).isEmpty()) {
            throw new UnavailableException(
                    UnavailableProblem.GATEWAY,
                    "No test message goes out over '" + channel + "': there is no gateway for it");
        }
        ReachableRecipient addressee = recipients.ofMember(unit, staff);
        if (!outbox.isReached(addressee.contact(), channel)) {
            throw NotificationProblem.NOT_WANTED.refused(staff, channel, unit);
        }
        return store.transactions().call(() -> enter(actor, unit, addressee, channel));
    }

    private LedgerEntry enter(Actor actor, HsaId unit, ReachableRecipient addressee, Channel over) {
        String test = "test-" + UUID.randomUUID();
        CaseRef subject = new CaseRef(unit, test);
        outbox.add(new News(Topic.TEST, test, subject), addressee, over);
        store.audit().append(unit, actor.label(), "personal-settings.test", "a test message: " + test);
        return OperatorsLedger.entry(store.ledger().about(subject).get(0));
    }

    /** Operators too, who help when nothing arrives. */
    private void requireAccess(Actor actor, HsaId unit, StaffId staff) {
        if (actor instanceof Actor.Operator) {
            access.require(actor, Operation.OPERATE, new Target.Platform());
        } else {
            access.require(actor, Operation.OWN_SETTINGS, new Target.Person(unit, staff));
        }
    }
}
