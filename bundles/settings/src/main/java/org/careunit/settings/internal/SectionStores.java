package org.careunit.settings.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.SectionKind.RegionDefault;
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
final class SectionStores implements Changes.Listener {

    private final Map<Class<?>, SectionStore<?>> ofUnits = new LinkedHashMap<>();
    private final Map<Class<?>, SectionStore<?>> defaults = new LinkedHashMap<>();
    private final Map<Class<?>, SectionStore<?>> ofRegions = new LinkedHashMap<>();
    private final Table<CareUnit> units;
    private final Documents documents;

    SectionStores(Transactions transactions, UnitRegister register, Documents documents, SectionJson json) {
        this.documents = documents;
        BooleanSupplier inside = transactions::isOpen;
        for (SectionForm<? extends Section> form : SectionForms.OF_UNITS) {
            ofUnits.put(form.type(), new SectionStore<>(documents, SectionKind.ofUnit(form, json), inside));
            defaults.put(form.type(), new SectionStore<>(documents, SectionKind.defaults(form, json), inside));
        }
        for (SectionForm<? extends RegionSection> form : SectionForms.OF_REGIONS) {
            ofRegions.put(form.type(), new SectionStore<>(documents, SectionKind.ofRegion(form, json), inside));
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

    /** The newest versions of sections of a unit, by their keys: one query, where the store is read anyway. */
    Map<String, Document> newestOf(HsaId unit, Set<String> sections) {
        return byKey(documents.newestOf(Scope.unit(unit), SectionKind.OF_UNIT, sections));
    }

    /** The newest versions of what a region sets for sections of its units, likewise. */
    Map<String, Document> defaultsOf(CountyCode region, Set<String> sections) {
        return byKey(documents.newestOf(Scope.region(region.value()), SectionKind.DEFAULT, sections));
    }

    private static Map<String, Document> byKey(List<Document> documents) {
        return documents.stream()
                .collect(Collectors.toMap(document -> document.id().key(), document -> document));
    }

    Documents documents() {
        return documents;
    }

    @SuppressWarnings("unchecked") // a store is under the class of its section
    <S extends Section> SectionStore<S> ofUnits(Class<S> section) {
        return (SectionStore<S>) ofUnits.get(section);
    }

    @SuppressWarnings("unchecked") // as above
    <S extends Section> SectionStore<RegionDefault<S>> defaults(Class<S> section) {
        return (SectionStore<RegionDefault<S>>) defaults.get(section);
    }

    @SuppressWarnings("unchecked") // as above
    <S extends RegionSection> SectionStore<S> ofRegions(Class<S> section) {
        return (SectionStore<S>) ofRegions.get(section);
    }

    @Override
    public void changed(Changes.Change change) {
        String scope = change.scope().id();
        switch (change.kind()) {
            case SectionKind.OF_UNIT -> changed(ofUnits, change.key(), scope);
            case SectionKind.DEFAULT -> changed(defaults, change.key(), scope);
            case SectionKind.OF_REGION -> changed(ofRegions, change.key(), scope);
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
        List.of(ofUnits, defaults, ofRegions).forEach(stores -> stores.values().forEach(SectionStore::anything));
    }

    private static void changed(Map<Class<?>, SectionStore<?>> stores, String key, String scope) {
        stores.values().stream().filter(store -> store.kind().key().equals(key)).forEach(store -> store.changed(scope));
    }
}
