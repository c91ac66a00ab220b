package org.careunit.casetypes.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.careunit.storage.Namings;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** What the services of this bundle share: one memory, and what they write with. */
@Component(service = KeptTypes.class)
public final class KeptTypes {

    private final Memory memory;
    private final Writing writing;
    private final RecordJson json = new RecordJson();
    private final Optional<String> refusal;
    private final Runnable deaf;

    /** What changes are written with. */
    record Writing(
            Transactions transactions,
            UnitRegister units,
            Documents documents,
            AuditTrail audit,
            Changes changes,
            Namings namings) {}

    @Activate
    public KeptTypes(
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Documents documents,
            @Reference Namings namings,
            @Reference AuditTrail audit,
            @Reference Changes changes) {
        Path folder = Path.of(System.getProperty("karaf.base", "."), "careunit");
        DefaultSet.Loaded defaults = DefaultSet.load(folder, json);
        refusal = defaults.refusal();
        memory = new Memory(new Memory.Source(units, documents, namings, json), defaults.types(), transactions::isOpen);
        writing = new Writing(transactions, units, documents, audit, changes, namings);
        deaf = changes.listen(memory);
    }

    @Deactivate
    void stopListening() {
        deaf.run();
    }

    /** Why the operator's list of case types was not taken; empty if there is none or it was. */
    Optional<String> refusal() {
        return refusal;
    }

    Memory memory() {
        return memory;
    }

    Writing writing() {
        return writing;
    }

    RecordJson json() {
        return json;
    }
}
