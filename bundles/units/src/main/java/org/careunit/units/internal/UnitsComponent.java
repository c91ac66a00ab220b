package org.careunit.units.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Regions;
import org.careunit.api.units.UnitChange;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;
import org.careunit.storage.Cases;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Provides the services for units and regions to host modules, while the store and the access rules are there. */
@Component
public final class UnitsComponent implements Units, Regions {

    private final OptionalServices optionalServices = new OptionalServices();
    private final RegisteredUnits units;

    @Activate
    public UnitsComponent(
            @Reference AccessControl access,
            @Reference Documents documents,
            @Reference UnitRegister register,
            @Reference Cases cases,
            @Reference AuditTrail audit,
            @Reference(target = "(careunit=internal)") Clock clock) {
        UnitLifeCycle life = new UnitLifeCycle(documents, register, cases, audit, clock);
        units = new RegisteredUnits(access, register, life, optionalServices);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        optionalServices.directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        optionalServices.directory.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setGeography(Geography present) {
        optionalServices.geography.set(present);
    }

    public void unsetGeography(Geography gone) {
        optionalServices.geography.compareAndSet(gone, null);
    }

    @Override
    public CareUnit register(Actor actor, HsaId unit, CountyCode region, String name) {
        return units.register(actor, unit, region, name);
    }

    @Override
    public CareUnit open(Actor actor, HsaId unit) {
        return units.open(actor, unit);
    }

    @Override
    public CareUnit startClosing(Actor actor, HsaId unit) {
        return units.startClosing(actor, unit);
    }

    @Override
    public CareUnit reopen(Actor actor, HsaId unit) {
        return units.reopen(actor, unit);
    }

    @Override
    public CareUnit close(Actor actor, HsaId unit) {
        return units.close(actor, unit);
    }

    @Override
    public CareUnit rename(Actor actor, HsaId unit, String expectedName, String name) {
        return units.rename(actor, unit, expectedName, name);
    }

    @Override
    public List<UnitChange> history(Actor actor, HsaId unit) {
        return units.history(actor, unit);
    }

    @Override
    public Optional<CareUnit> find(Actor actor, HsaId unit) {
        return units.find(actor, unit);
    }

    @Override
    public List<CareUnit> all(Actor actor) {
        return units.all(actor);
    }

    @Override
    public List<CareUnit> ofRegion(Actor actor, CountyCode region) {
        return units.ofRegion(actor, region);
    }

    @Override
    public UnitInDirectory inDirectory(Actor actor, HsaId unit) {
        return units.inDirectory(actor, unit);
    }

    @Override
    public List<Region> regions(Actor actor) {
        return units.regions(actor);
    }
}
