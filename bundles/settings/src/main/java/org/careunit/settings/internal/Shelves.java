package org.careunit.settings.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.Kind.Told;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Documents;

/** What units and regions have saved, from memory: what a region says to its units is there once for all of them. */
final class Shelves {

    private final Map<Class<?>, Shelf<?>> ofUnits = new LinkedHashMap<>();
    private final Map<Class<?>, Shelf<?>> defaults = new LinkedHashMap<>();
    private final Map<Class<?>, Shelf<?>> ofRegions = new LinkedHashMap<>();
    private final UnitRegister units;
    private final Documents documents;

    Shelves(Caches caches, UnitRegister units, Documents documents, SectionJson json) {
        this.units = units;
        this.documents = documents;
        for (SectionForm<? extends Section> form : SectionForms.OF_UNITS) {
            ofUnits.put(form.type(), new Shelf<>(documents, Kind.ofUnit(form, json), caches));
            defaults.put(form.type(), new Shelf<>(documents, Kind.defaults(form, json), caches));
        }
        for (SectionForm<? extends RegionSection> form : SectionForms.OF_REGIONS) {
            ofRegions.put(form.type(), new Shelf<>(documents, Kind.ofRegion(form, json), caches));
        }
    }

    /** The units that have joined. */
    UnitRegister units() {
        return units;
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
}
