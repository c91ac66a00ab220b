package org.careunit.terms.internal;

import java.time.Clock;
import java.util.List;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.settings.UnitSettings;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.text.ShippedTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What the services over terms share: one memory of the texts, and the ways into the store. */
@Component(service = KeptTerms.class)
public final class KeptTerms {

    private final RecordJson json = new RecordJson();
    private final Editing.Store store;
    private final KnownUnits units;
    private final Neighbours neighbours;
    private final Bases bases;
    private final Holding holding;
    private final InForce inForce;
    private final History history;
    private final Editing editing;
    private final StoredRules rules;
    private final List<Runnable> deaf;

    /** The store's services that terms are kept with. */
    @Activate
    public KeptTerms(
            @Reference Transactions transactions,
            @Reference UnitRegister register,
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference Changes changes,
            @Reference(target = "(careunit=internal)") Clock clock,
            @Reference CaseTypes types,
            @Reference UnitSettings settings) {
        store = new Editing.Store(transactions, documents, audit, clock);
        ShippedTerms shipped = new ShippedTerms(json);
        Shelf shelf = new Shelf(transactions, documents, clock, json);
        bases = new Bases(documents, clock, json, shipped);
        units = new KnownUnits(register);
        neighbours = new Neighbours(types, settings);
        holding = new Holding(shelf, shipped, neighbours, clock);
        inForce = new InForce(transactions, changes, clock, units, neighbours, holding);
        history = new History(documents, bases);
        editing = new Editing(store, history, bases, json);
        rules = new StoredRules(store, json);
        deaf = List.of(changes.listen(units), changes.listen(shelf), changes.listen(rules));
    }

    @Deactivate
    void stopListening() {
        deaf.forEach(Runnable::run);
    }

    RecordJson json() {
        return json;
    }

    Editing.Store store() {
        return store;
    }

    KnownUnits units() {
        return units;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    Bases bases() {
        return bases;
    }

    Holding holding() {
        return holding;
    }

    InForce inForce() {
        return inForce;
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
