package org.careunit.units.internal;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service that host modules call; there as long as the store and the access rules are. */
@Component
public final class UnitsComponent implements Units {

    private final Units units;

    @Activate
    public UnitsComponent(
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference UnitRegister register,
            @Reference AuditTrail audit) {
        units = new RegisteredUnits(access, transactions, register, audit);
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
}
