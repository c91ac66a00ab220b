package org.careunit.settings.internal.sections;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Documents;

/** Cached sections of units and regions; a region's defaults are shared by all of its units. */
public final class SectionStores {

    private final Map<Class<?>, SectionStore<?>> ofUnits = new LinkedHashMap<>();
    private final Map<Class<?>, SectionStore<?>> defaults = new LinkedHashMap<>();
    private final Map<Class<?>, SectionStore<?>> ofRegions = new LinkedHashMap<>();
    private final UnitRegister units;
    private final Documents documents;

    public SectionStores(Caches caches, UnitRegister units, Documents documents, SectionJson json) {
        this.units = units;
        this.documents = documents;
        for (SectionForm<? extends Section> form : SectionForms.OF_UNITS) {
            ofUnits.put(form.type(), new SectionStore<>(documents, SectionKind.ofUnit(form, json), caches));
            defaults.put(form.type(), new SectionStore<>(documents, SectionKind.defaults(form, json), caches));
        }
        for (SectionForm<? extends RegionSection> form : SectionForms.OF_REGIONS) {
            ofRegions.put(form.type(), new SectionStore<>(documents, SectionKind.ofRegion(form, json), caches));
        }
    }

    /** The units that have joined. */
    public UnitRegister units() {
        return units;
    }

    /** The newest versions of sections of a unit, by their keys: one query, where the store is read anyway. */
    public Map<String, Document> newestOf(HsaId unit, Set<String> sections) {
        return byKey(documents.newestOf(Scope.unit(unit), SectionKind.OF_UNIT, sections));
    }

    /** The newest versions of what a region sets for sections of its units, likewise. */
    public Map<String, Document> defaultsOf(CountyCode region, Set<String> sections) {
        return byKey(documents.newestOf(Scope.region(region.value()), SectionKind.DEFAULT, sections));
    }

    private static Map<String, Document> byKey(List<Document> documents) {
        return documents.stream()
                .collect(Collectors.toMap(document -> document.id().key(), document -> document));
    }

    public Documents documents() {
        return documents;
    }

    @SuppressWarnings("unchecked") // a store is under the class of its section
    public <S extends Section> SectionStore<S> ofUnits(Class<S> section) {
        return (SectionStore<S>) ofUnits.get(section);
    }

    @SuppressWarnings("unchecked") // as above
    public <S extends Section> SectionStore<RegionDefault<S>> defaults(Class<S> section) {
        return (SectionStore<RegionDefault<S>>) defaults.get(section);
    }

    @SuppressWarnings("unchecked") // as above
    public <S extends RegionSection> SectionStore<S> ofRegions(Class<S> section) {
        return (SectionStore<S>) ofRegions.get(section);
    }
}
