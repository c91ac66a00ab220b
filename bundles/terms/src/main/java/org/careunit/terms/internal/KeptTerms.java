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
import org.careunit.terms.internal.text.ShippedTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What the services over terms share: one set of caches of the texts, and the ways into the store. */
@Component(service = KeptTerms.class)
public final class KeptTerms {

    private final RecordJson json = new RecordJson();
    private final Editing.Store store;
    private final UnitRegister units;
    private final Neighbours neighbours;
    private final Bases bases;
    private final MergedTerms merged;
    private final History history;
    private final Editing editing;
    private final StoredRules rules;
    private final Caches caches;

    /** The store's services that terms are kept with. */
    @Activate
    public KeptTerms(
            @Reference Transactions transactions,
            @Reference UnitRegister register,
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference ChangeBroadcast changes,
            @Reference(target = "(careunit=internal)") Clock clock,
            @Reference CaseTypes types,
            @Reference UnitSettings settings) {
        store = new Editing.Store(transactions, documents, audit, clock);
        ShippedTerms shipped = new ShippedTerms(json);
        caches = new Caches(transactions, changes);
        TimelineCache texts = new TimelineCache(caches, documents, clock, json);
        bases = new Bases(documents, clock, json, shipped);
        units = register;
        neighbours = new Neighbours(types, settings);
        merged = new MergedTerms(caches, new MergedTerms.Sources(texts, shipped, units, neighbours), clock);
        history = new History(documents, bases);
        editing = new Editing(store, history, bases, json);
        rules = new StoredRules(caches, documents, json);
    }

    @Deactivate
    void close() {
        caches.close();
    }

    /** Creates caches that are invalidated as long as this component is there. */
    Caches caches() {
        return caches;
    }

    RecordJson json() {
        return json;
    }

    Editing.Store store() {
        return store;
    }

    UnitRegister units() {
        return units;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Bases bases() {
        return bases;
    }

    MergedTerms merged() {
        return merged;
    }

    History history() {
        return history;
    }

    Editing editing() {
        return editing;
    }

    StoredRules rules() {
        return rules;
    }
}
