package org.careunit.casetypes.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.careunit.casetypes.internal.catalogue.DefaultCaseTypes;
import org.careunit.casetypes.internal.choices.CaseTypeCache;
import org.careunit.operations.files.PrivateFiles;
import org.careunit.storage.Namings;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shared state of this bundle's services: caches and the store's services. */
@Component(service = CaseTypesContext.class)
public final class CaseTypesContext {

    private final CaseTypeCache memory;
    private final WriteAccess writing;
    private final RecordJson json = new RecordJson();
    private final Optional<String> refusal;
    private final Caches caches;

    /** The store's services. */
    public record WriteAccess(
            Transactions transactions,
            UnitRegister units,
            Documents documents,
            AuditTrail audit,
            ChangeBroadcast changes,
            Namings namings) {}

    @Activate
    public CaseTypesContext(
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Documents documents,
            @Reference Namings namings,
            @Reference AuditTrail audit,
            @Reference ChangeBroadcast changes) {
        Path folder = PrivateFiles.home();
        DefaultCaseTypes.Loaded defaults = DefaultCaseTypes.load(folder, json);
        refusal = defaults.refusal();
        caches = new Caches(transactions, changes);
        memory = new CaseTypeCache(caches, new CaseTypeCache.Source(units, documents, namings, json), defaults.types());
        writing = new WriteAccess(transactions, units, documents, audit, changes, namings);
    }

    @Deactivate
    public void close() {
        caches.close();
    }

    /** Why the operator's list of case types was rejected; empty if there is none or it is in use. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Creates caches that are invalidated as long as this component is there. */
    public Caches caches() {
        return caches;
    }

    public CaseTypeCache memory() {
        return memory;
    }

    public WriteAccess writing() {
        return writing;
    }

    public RecordJson json() {
        return json;
    }
}
