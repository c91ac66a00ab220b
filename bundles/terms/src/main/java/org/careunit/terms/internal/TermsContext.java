package org.careunit.terms.internal;

import java.time.Clock;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.settings.UnitSettings;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.intended.IntendedFindingStore;
import org.careunit.terms.internal.text.ShippedTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shared state of the terms services: caches of the texts, and the store's services. */
@Component(service = TermsContext.class)
public final class TermsContext {

    private final RecordJson json = new RecordJson();
    private final TermsEditor.Store store;
    private final UnitRegister units;
    private final TermsInputs termsInputs;
    private final InheritedTexts bases;
    private final MergedTerms merged;
    private final TermsHistory history;
    private final TermsEditor editing;
    private final CheckRulesStore rules;
    private final IntendedFindingMarks intended;
    private final Caches caches;

    /** The store's services that terms are kept with. */
    @Activate
    public TermsContext(
            @Reference Transactions transactions,
            @Reference UnitRegister register,
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference ChangeBroadcast changes,
            @Reference(target = "(careunit=internal)") Clock clock,
            @Reference CaseTypes types,
            @Reference UnitSettings settings) {
        store = new TermsEditor.Store(transactions, documents, audit, clock);
        ShippedTerms shipped = new ShippedTerms(json);
        caches = new Caches(transactions, changes);
        TimelineCache texts = new TimelineCache(caches, documents, clock, json);
        bases = new InheritedTexts(documents, clock, json, shipped);
        units = register;
        termsInputs = new TermsInputs(types, settings);
        intended = new IntendedFindingMarks(new IntendedFindingStore(caches, documents, clock, json));
        merged = new MergedTerms(caches, new MergedTerms.Sources(texts, shipped, units, termsInputs, intended), clock);
        history = new TermsHistory(documents, bases);
        editing = new TermsEditor(store, history, bases, json);
        rules = new CheckRulesStore(caches, documents, json);
    }

    @Deactivate
    public void close() {
        caches.close();
    }

    /** Creates caches that are invalidated as long as this component is there. */
    public Caches caches() {
        return caches;
    }

    public RecordJson json() {
        return json;
    }

    public TermsEditor.Store store() {
        return store;
    }

    public UnitRegister units() {
        return units;
    }

    public TermsInputs termsInputs() {
        return termsInputs;
    }

    public InheritedTexts bases() {
        return bases;
    }

    public MergedTerms merged() {
        return merged;
    }

    public TermsHistory history() {
        return history;
    }

    public TermsEditor editing() {
        return editing;
    }

    public CheckRulesStore rules() {
        return rules;
    }

    IntendedFindingMarks intended() {
        return intended;
    }
}
