package org.careunit.units.internal;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Units;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;

/** Units in the store's register; the life of one unit is changed under its lock. */
final class RegisteredUnits implements Units {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final AccessControl access;
    private final Transactions transactions;
    private final UnitRegister register;
    private final AuditTrail audit;

    RegisteredUnits(AccessControl access, Transactions transactions, UnitRegister register, AuditTrail audit) {
        this.access = access;
        this.transactions = transactions;
        this.register = register;
        this.audit = audit;
    }

    @Override
    public CareUnit register(Actor actor, HsaId unit, CountyCode region, String name) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
        CareUnit wanted = new CareUnit(unit, region, UnitName.checked(name), State.REGISTERED);
        return transactions.call(() -> add(actor, wanted) ? wanted : sameAs(wanted));
    }

    @Override
    public CareUnit open(Actor actor, HsaId unit) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Unit(unit));
        return transactions.call(() -> {
            UnitRegister.Entry entry = register.lock(unit)
                    .orElseThrow(() -> new RefusedException("There is no unit " + unit + ": register it first"));
            return opened(actor, entry);
        });
    }

    @Override
    public Optional<CareUnit> find(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return register.find(unit).map(UnitRegister.Entry::unit);
    }

    @Override
    public List<CareUnit> all(Actor actor) {
        access.require(actor, Operation.READ_UNIT, new Target.Platform());
        return register.all().stream().map(UnitRegister.Entry::unit).toList();
    }

    @Override
    public List<CareUnit> ofRegion(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return register.ofRegion(region).stream()
                .map(UnitRegister.Entry::unit)
                .sorted(Comparator.comparing(CareUnit::name, Collator.getInstance(SWEDISH))
                        .thenComparing(CareUnit::id))
                .toList();
    }

    private boolean add(Actor actor, CareUnit unit) {
        boolean added = register.add(unit);
        if (added) {
            audit.append(unit.id(), actor.label(), "unit.register", "in region " + unit.region());
        }
        return added;
    }

    private CareUnit sameAs(CareUnit wanted) {
        CareUnit there = register.find(wanted.id()).orElseThrow().unit();
        if (!there.region().equals(wanted.region())) {
            throw new RefusedException(wanted.id() + " is registered in another region");
        }
        if (!there.name().equals(wanted.name())) {
            throw new RefusedException(wanted.id() + " is registered under another name");
        }
        return there;
    }

    private CareUnit opened(Actor actor, UnitRegister.Entry entry) {
        CareUnit unit = entry.unit();
        return switch (unit.state()) {
            case OPEN -> unit;
            case REGISTERED -> open(actor, unit, entry.version());
            case CLOSING, CLOSED -> throw new RefusedException(
                    unit.id() + " is " + unit.state().name().toLowerCase(Locale.ROOT) + " and does not open again");
        };
    }

    private CareUnit open(Actor actor, CareUnit unit, long seen) {
        CareUnit open = new CareUnit(unit.id(), unit.region(), unit.name(), State.OPEN);
        if (!register.update(open, seen)) {
            throw new IllegalStateException(unit.id() + " was changed past its lock");
        }
        audit.append(unit.id(), actor.label(), "unit.open", "from registered to open");
        return open;
    }
}
