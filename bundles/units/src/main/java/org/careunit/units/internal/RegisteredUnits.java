package org.careunit.units.internal;

import java.text.Collator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.Regions;
import org.careunit.api.units.UnitChange;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.documents.Right;

/** Implements the units service over the store's register, with the access rule of each operation. */
final class RegisteredUnits implements Units, Regions {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final AccessControl access;
    private final UnitRegister register;
    private final UnitLifeCycle life;
    private final OptionalServices optionalServices;

    RegisteredUnits(
            AccessControl access, UnitRegister register, UnitLifeCycle life, OptionalServices optionalServices) {
        this.access = access;
        this.register = register;
        this.life = life;
        this.optionalServices = optionalServices;
    }

    @Override
    public CareUnit register(Actor actor, HsaId unit, CountyCode region, String name) {
        Right right = new Right(access, actor, Operation.REGISTER_UNIT, scope -> new Target.Region(region));
        right.require(Scope.region(region.value()));
        return life.register(right, new CareUnit(unit, region, UnitName.checked(name), State.REGISTERED));
    }

    @Override
    public CareUnit open(Actor actor, HsaId unit) {
        return life.open(change(actor, unit), unit);
    }

    @Override
    public CareUnit startClosing(Actor actor, HsaId unit) {
        return life.startClosing(change(actor, unit), unit);
    }

    @Override
    public CareUnit reopen(Actor actor, HsaId unit) {
        return life.reopen(change(actor, unit), unit);
    }

    @Override
    public CareUnit close(Actor actor, HsaId unit) {
        return life.close(change(actor, unit), unit);
    }

    @Override
    public CareUnit rename(Actor actor, HsaId unit, String expectedName, String name) {
        return life.rename(change(actor, unit), unit, UnitName.read(expectedName), UnitName.checked(name));
    }

    @Override
    public List<UnitChange> history(Actor actor, HsaId unit) {
        return life.history(find(actor, unit).orElseThrow(() -> UnitRegister.unknown(unit)));
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

    @Override
    public UnitInDirectory inDirectory(Actor actor, HsaId unit) {
        CareUnit joined = find(actor, unit).orElseThrow(() -> UnitRegister.unknown(unit));
        return new UnitInDirectory(joined, optionalServices.entry(unit));
    }

    @Override
    public List<Region> regions(Actor actor) {
        Map<CountyCode, Map<State, Long>> counted = all(actor).stream()
                .collect(Collectors.groupingBy(
                        CareUnit::region,
                        TreeMap::new,
                        Collectors.groupingBy(
                                CareUnit::state, () -> new EnumMap<>(State.class), Collectors.counting())));
        Map<CountyCode, String> names = optionalServices.countyNames();
        return counted.entrySet().stream()
                .map(region ->
                        new Region(region.getKey(), Optional.ofNullable(names.get(region.getKey())), region.getValue()))
                .toList();
    }

    /** The right to change a unit's state; refuses here already if the actor lacks it. */
    private Right change(Actor actor, HsaId unit) {
        Right right = new Right(access, actor, Operation.CHANGE_REGION, scope -> new Target.Unit(unit));
        right.require(Scope.unit(unit));
        return right;
    }
}
