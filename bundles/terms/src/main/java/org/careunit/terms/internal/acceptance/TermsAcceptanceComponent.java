package org.careunit.terms.internal.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsToAccept;
import org.careunit.api.terms.TermsVersion;
import org.careunit.operations.Metrics;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.terms.internal.MergedTerms.Merged;
import org.careunit.terms.internal.TermsComponent;
import org.careunit.terms.internal.TermsContext;
import org.careunit.terms.internal.TermsEditor;
import org.careunit.terms.internal.preview.Previews;
import org.careunit.terms.internal.problems.TermsProblem;
import org.careunit.terms.internal.receipt.ReceiptKeys;
import org.careunit.terms.internal.receipt.Receipts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides reading and accepting of terms by residents; records every acceptance in the unit's audit trail. */
@Component(service = {TermsAcceptance.class, TermsAcceptanceComponent.class, Metrics.class})
public final class TermsAcceptanceComponent implements TermsAcceptance, Metrics {

    private final AccessControl access;
    private final TermsContext context;
    private final Pseudonyms pseudonyms;
    private final Receipts receipts;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder outdated = new LongAdder();

    @Activate
    public TermsAcceptanceComponent(
            @Reference AccessControl access, @Reference TermsContext context, @Reference Pseudonyms pseudonyms) {
        this(access, context, pseudonyms, PrivateFiles.home().resolve("receipt-key.properties"));
    }

    public TermsAcceptanceComponent(AccessControl access, TermsContext context, Pseudonyms pseudonyms, Path keyFile) {
        this.access = access;
        this.context = context;
        this.pseudonyms = pseudonyms;
        TermsEditor.Store store = context.store();
        receipts = new Receipts(
                keyFile,
                new ReceiptKeys.Store(
                        store.transactions(), store.documents(), store.audit(), pseudonyms, context.caches()),
                context.json());
    }

    /** Names the key that receipts are signed with; throws if there is none. */
    public String keyName() {
        return receipts.keyName();
    }

    @Override
    public TermsToAccept toAccept(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident) {
        requireOwn(actor, unit, resident);
        return shown(acceptable(unit, type));
    }

    @Override
    public Receipt accept(Actor actor, HsaId unit, CaseTypeKey type, ResidentPseudonym resident, TermsVersion read) {
        requireOwn(actor, unit, resident);
        EffectiveTerms terms = acceptable(unit, type);
        if (!terms.version().equals(read)) {
            outdated.increment();
            throw new ConflictException(
                    "The terms of " + type + " of unit " + unit + " are others by now: version "
                            + pair(terms.version()) + ", and not " + pair(read)
                            + ". Show those that hold, and have them accepted",
                    read,
                    new Versioned<>(shown(terms), terms.version().unit()));
        }
        Receipt receipt = receipts.sign(
                terms,
                pseudonyms.ofResident(resident).get(0),
                context.store().clock().instant());
        leaveTrace(actor, receipt, resident);
        accepted.increment();
        return receipt;
    }

    private void leaveTrace(Actor actor, Receipt receipt, ResidentPseudonym resident) {
        String text = receipt.type() + ": version " + pair(receipt.version());
        AuditTrail.Row row = new AuditTrail.Row(actor.label(), "terms.accept", text, Optional.of(resident));
        TermsEditor.Store store = context.store();
        store.transactions().run(() -> store.audit().append(Scope.unit(receipt.unit()), row));
    }

    @Override
    public ReceiptVerification verify(Actor actor, Receipt receipt) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(receipt.unit()));
        return receipts.verify(receipt);
    }

    @Override
    public Receipt parse(String json) {
        return receipts.parse(json);
    }

    @Override
    public String write(Receipt receipt) {
        return receipts.write(receipt);
    }

    /** The terms that residents may be shown: without placeholders, and of types that the unit offers. */
    private EffectiveTerms acceptable(HsaId unit, CaseTypeKey type) {
        UnitCaseType known = context.termsInputs().type(unit, type);
        if (!known.active()) {
            throw TermsProblem.NOT_OFFERED.refused(unit, type);
        }
        Merged merged = context.merged().at(unit, type);
        EffectiveTerms terms = merged.terms().orElseThrow(() -> TermsProblem.NONE_IN_FORCE.refused(unit, type));
        if (!merged.errors().isEmpty()) {
            throw TermsProblem.NOT_ACCEPTED.refused(type, unit, TermsComponent.words(merged.errors()));
        }
        return terms;
    }

    private static TermsToAccept shown(EffectiveTerms terms) {
        return new TermsToAccept(
                terms.version(), Previews.of(terms.name(), terms.text().points()));
    }

    /** What this node has counted since its start, and how many texts it remembers. */
    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("terms.accepted", "acceptances", accepted.sum()),
                new Figure("terms.outdated", "acceptances", outdated.sum()),
                new Figure("terms.remembered", "texts", context.merged().size()));
    }

    private void requireOwn(Actor actor, HsaId unit, ResidentPseudonym resident) {
        access.require(actor, Operation.SERVE_RESIDENTS, new Target.Platform());
        if (actor instanceof Actor.Resident self && !self.pseudonym().equals(resident)) {
            access.require(actor, Operation.SERVE_ANY_RESIDENT, new Target.Unit(unit));
        }
    }

    private static String pair(TermsVersion version) {
        return version.region() + "/" + version.unit();
    }
}
