package org.careunit.notifications.internal;

import java.util.List;
import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.TestMessages;
import org.careunit.storage.MessageLedger;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends staff a test message the way news of a case takes, with a row in the ledger whose case is the test itself. */
@Component
public final class StaffTestMessages implements TestMessages {

    private final AccessControl access;
    private final Store store;
    private final Audience audience;
    private final Outbox outbox;
    private final UnitRules rules;

    /** What a test message is kept with. */
    private record Store(Transactions transactions, MessageLedger ledger, AuditTrail audit) {}

    @Activate
    public StaffTestMessages(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference AuditTrail audit,
            @Reference Audience audience,
            @Reference Outbox outbox,
            @Reference UnitRules rules) {
        this.access = access;
        this.store = new Store(transactions, ledger, audit);
        this.audience = audience;
        this.outbox = outbox;
        this.rules = rules;
    }

    @Override
    public LedgerEntry send(Actor actor, HsaId unit, HsaId staff, Channel channel) {
        requireAccess(actor, unit, staff);
        rules.whyNobody(unit).ifPresent(why -> {
            throw new RefusedException("No test message goes out: " + why);
        });
        if (channel == Channel.SMS) {
            throw new UnavailableException("No test message goes out by SMS: there is no SMS gateway");
        }
        Addressee addressee = audience.forTest(unit, staff)
                .orElseThrow(() -> new RefusedException(staff + " does not want to be told by e-mail at " + unit
                        + ", or has no address: choose e-mail and save first"));
        return store.transactions().call(() -> enter(actor, unit, addressee));
    }

    private LedgerEntry enter(Actor actor, HsaId unit, Addressee addressee) {
        String test = "test-" + UUID.randomUUID();
        CaseRef subject = new CaseRef(unit, test);
        outbox.tell(test, subject, List.of(addressee));
        store.audit().append(unit, actor.label(), "personal-settings.test", "a test message: " + test);
        return OperatorsLedger.entry(store.ledger().about(subject).get(0));
    }

    /** Operators too, who help when nothing arrives. */
    private void requireAccess(Actor actor, HsaId unit, HsaId staff) {
        if (actor instanceof Actor.Operator) {
            access.require(actor, Operation.OPERATE, new Target.Platform());
        } else {
            access.require(actor, Operation.OWN_SETTINGS, new Target.Person(unit, staff));
        }
    }
}
