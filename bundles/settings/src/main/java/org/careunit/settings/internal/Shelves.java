package org.careunit.settings.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.Kind.Told;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Documents;

/**
 * What units and regions have saved, and which units there are, from memory; forgotten when the store tells that it was
 * changed. Only what was saved is kept: what a region says to its units is there once for all of them.
 */
final class Shelves implements Changes.Listener {

    private final Map<Class<?>, Shelf<?>> ofUnits = new LinkedHashMap<>();
    private final Map<Class<?>, Shelf<?>> defaults = new LinkedHashMap<>();
    private final Map<Class<?>, Shelf<?>> ofRegions = new LinkedHashMap<>();
    private final Table<CareUnit> units;
    private final Documents documents;

    Shelves(Transactions transactions, UnitRegister register, Documents documents, SectionJson json) {
        this.documents = documents;
        BooleanSupplier inside = transactions::isOpen;
        for (SectionForm<? extends Section> form : SectionForms.OF_UNITS) {
            ofUnits.put(form.type(), new Shelf<>(documents, Kind.ofUnit(form, json), inside));
            defaults.put(form.type(), new Shelf<>(documents, Kind.defaults(form, json), inside));
        }
        for (SectionForm<? extends RegionSection> form : SectionForms.OF_REGIONS) {
            ofRegions.put(form.type(), new Shelf<>(documents, Kind.ofRegion(form, json), inside));
        }
        units = new Table<>(
                () -> register.all().stream()
                        .map(UnitRegister.Entry::unit)
                        .collect(Collectors.toMap(unit -> unit.id().value(), unit -> unit)),
                id -> register.find(new HsaId(id)).map(UnitRegister.Entry::unit),
                inside);
    }

    /**
     * A unit that has joined.
     *
     * @throws RefusedException if it has not
     */
    CareUnit unit(HsaId id) {
        CareUnit unit = units.get(id.value());
        if (unit == null) {
            throw new RefusedException("There is no unit " + id + ": register it first");
        }
        return unit;
    }

    /** All units. */
    Collection<CareUnit> units() {
        return units.all().values();
    }

    /** The newest version of every section of a unit, by its key: one query, where the store is read anyway. */
    Map<String, Document> newestOf(CareUnit unit) {
        return documents.newestOf(Scope.unit(unit.id()), Kind.OF_UNIT).stream()
                .collect(Collectors.toMap(document -> document.id().key(), document -> document));
    }

    @SuppressWarnings("unchecked") // a shelf stands under the kind of what it holds
    <S extends Section> Shelf<S> ofUnits(Class<S> section) {
        return (Shelf<S>) ofUnits.get(section);
    }

    @SuppressWarnings("unchecked") // as above
    <S extends Section> Shelf<Told<S>> defaults(Class<S> section) {
        return (Shelf<Told<S>>) defaults.get(section);
    }

    @SuppressWarnings("unchecked") // as above
    <S extends RegionSection> Shelf<S> ofRegions(Class<S> section) {
        return (Shelf<S>) ofRegions.get(section);
    }

    @Override
    public void changed(Changes.Change change) {
        String scope = change.scope().id();
        switch (change.kind()) {
            case Kind.OF_UNIT -> changed(ofUnits, change.key(), scope);
            case Kind.DEFAULT -> changed(defaults, change.key(), scope);
            case Kind.OF_REGION -> changed(ofRegions, change.key(), scope);
            default -> changedUnit(change.scope());
        }
    }

    /** Whatever else was changed at a unit may be the unit itself. */
    private void changedUnit(Scope scope) {
        if (scope.level() == Scope.Level.UNIT) {
            units.changed(scope.id());
        }
    }

    @Override
    public void anything() {
        units.anything();
        List.of(ofUnits, defaults, ofRegions)
                .forEach(shelves -> shelves.values().forEach(Shelf::anything));
    }

    private static void changed(Map<Class<?>, Shelf<?>> shelves, String key, String scope) {
        shelves.values().stream()
                .filter(shelf -> shelf.kind().key().equals(key))
                .forEach(shelf -> shelf.changed(scope));
    }
}
