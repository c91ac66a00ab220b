package org.careunit.settings.internal;

import jakarta.json.bind.JsonbBuilder;
import org.careunit.api.access.AccessControl;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Documents;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service that host modules call; there as long as the store and the access rules are. */
@Component
public final class UnitSettingsComponent implements UnitSettings {

    private final UnitSettings settings;

    @Activate
    public UnitSettingsComponent(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Documents documents,
            @Reference AuditTrail audit) {
        settings = new DocumentedSettings(
                access,
                new DocumentedSettings.Store(transactions, units, audit),
                new StoredSections(documents, JsonbBuilder.create()),
                System::nanoTime);
    }

    @Override
    public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
        return settings.read(actor, unit, section);
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen) {
        return settings.save(actor, unit, section, seen);
    }
}
