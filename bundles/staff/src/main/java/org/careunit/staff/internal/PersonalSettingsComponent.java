package org.careunit.staff.internal;

import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Permissions;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumbers;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.Metrics;
import org.careunit.storage.SystemActor;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Provides personal settings to host modules, with or without a directory. */
@Component(service = {PersonalSettings.class, Metrics.class})
public final class PersonalSettingsComponent implements PersonalSettings, Metrics {

    private final DirectoryFallback memory;
    private final PersonalSettings settings;
    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final AtomicReference<TelephoneNumbers> numbers = new AtomicReference<>();
    private final AtomicReference<UnitSettings> unitSettings = new AtomicReference<>();

    @Activate
    public PersonalSettingsComponent(
            @Reference AccessControl access,
            @Reference Permissions permissions,
            @Reference UnitRegister units,
            @Reference Documents documents,
            @Reference AuditTrail audit,
            @Reference(target = "(careunit=internal)") Clock clock) {
        PersonalDocuments personal = new PersonalDocuments(documents, JsonbBuilder.create());
        memory = new DirectoryFallback(() -> Optional.ofNullable(directory.get()), personal, clock);
        settings = new DocumentedPersonalSettings(
                new DocumentedPersonalSettings.Rules(access, permissions),
                new DocumentedPersonalSettings.Store(units, audit, this::shownName),
                personal,
                memory,
                new TelephoneCheck(() -> Optional.ofNullable(numbers.get())));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setNumbers(TelephoneNumbers present) {
        numbers.set(present);
    }

    public void unsetNumbers(TelephoneNumbers gone) {
        numbers.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setUnitSettings(UnitSettings present) {
        unitSettings.set(present);
    }

    public void unsetUnitSettings(UnitSettings gone) {
        unitSettings.compareAndSet(gone, null);
    }

    /** A unit's name; its registered name while the settings service is absent. */
    private String shownName(CareUnit unit) {
        UnitSettings present = unitSettings.get();
        return present == null
                ? unit.name()
                : present.names(new SystemActor("staff"), unit.id()).shown(unit.name());
    }

    @Override
    public Profile read(Actor actor, HsaId unit, StaffId staff) {
        return settings.read(actor, unit, staff);
    }

    @Override
    public Profile save(Actor actor, HsaId unit, StaffId staff, PersonalChoices choices, long expectedVersion) {
        return settings.save(actor, unit, staff, choices, expectedVersion);
    }

    @Override
    public Profile updateFromDirectory(Actor actor, HsaId unit, StaffId staff) {
        return settings.updateFromDirectory(actor, unit, staff);
    }

    @Override
    public List<Saved<PersonalChoices>> history(Actor actor, HsaId unit, StaffId staff) {
        return settings.history(actor, unit, staff);
    }

    @Override
    public Profile restore(Actor actor, HsaId unit, StaffId staff, long version, long expectedVersion) {
        return settings.restore(actor, unit, staff, version, expectedVersion);
    }

    @Override
    public String signature(Actor actor, HsaId unit, StaffId staff, LocalDate day) {
        return settings.signature(actor, unit, staff, day);
    }

    @Override
    public List<Figure> read() {
        return List.of(new Figure("staff.answered-without-directory", "profiles", memory.lastKnown()));
    }
}
