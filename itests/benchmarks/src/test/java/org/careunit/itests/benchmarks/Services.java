package org.careunit.itests.benchmarks;

import java.util.List;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.finding.Geography;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsStates;
import org.careunit.casetypes.internal.CaseTypePart;
import org.careunit.casetypes.internal.KeptTypes;
import org.careunit.casetypes.internal.MemoryCaseTypes;
import org.careunit.casetypes.internal.SituatedOffers;
import org.careunit.casetypes.internal.StoredCatalogue;
import org.careunit.finding.internal.FindParts;
import org.careunit.finding.internal.StoredUnits;
import org.careunit.finding.internal.UnitFinderComponent;
import org.careunit.settings.internal.CareTypeListComponent;
import org.careunit.settings.internal.KeptSettings;
import org.careunit.settings.internal.SettingsPart;
import org.careunit.settings.internal.SettingsParts;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.KeptTerms;
import org.careunit.terms.internal.RegionTermsComponent;
import org.careunit.terms.internal.TermsComponent;
import org.careunit.terms.internal.TermsPart;
import org.careunit.terms.internal.TermsStatesComponent;
import org.careunit.units.internal.configuration.ConfigurationParts;

/** The services that answer from memory, as the container wires them, on one store. */
final class Services implements AutoCloseable {

    final AccessComponent access;
    final UnitSettings settings;
    final CaseTypes types;
    final CaseTypeCatalogue catalogue;
    final Terms terms;
    final RegionTerms regionTerms;
    final Offers offers;
    final Configurations configurations;
    final StoredUnits units;
    final UnitFinderComponent finder;

    Services(TestStore store) {
        Geography geography = FindParts.geography();
        access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        KeptSettings keptSettings = SettingsParts.of(store, geography);
        settings = new UnitSettingsComponent(access, keptSettings);
        KeptTypes keptTypes = types(store);
        types = new MemoryCaseTypes(access, keptTypes);
        catalogue = new StoredCatalogue(access, keptTypes);
        keptSettings.setCaseTypes(types);
        keptSettings.setCatalogue(catalogue);
        KeptTerms keptTerms = terms(store, types, settings);
        terms = new TermsComponent(access, keptTerms);
        regionTerms = new RegionTermsComponent(access, keptTerms, catalogue);
        units = units(store, settings, keptSettings);
        finder = finder(store, geography);
        TermsStates termsStates = new TermsStatesComponent(access, keptTerms);
        SituatedOffers situated = new SituatedOffers(
                access, keptTypes, finder, settings, store.cases(), store.pseudonyms(), store.clock());
        situated.setTerms(termsStates);
        offers = situated;
        CaseTypePart typePart = new CaseTypePart(keptTypes);
        typePart.setTerms(termsStates);
        configurations = ConfigurationParts.of(
                store, access, List.of(new SettingsPart(access, keptSettings), typePart, new TermsPart(keptTerms)));
    }

    /** The units that a finder reads, with nothing read yet. */
    static StoredUnits units(TestStore store) {
        KeptSettings kept = SettingsParts.of(store, FindParts.geography());
        return units(store, new UnitSettingsComponent(new Everybody(), kept), kept);
    }

    private static StoredUnits units(TestStore store, UnitSettings settings, KeptSettings kept) {
        return new StoredUnits(store.units(), settings, new CareTypeListComponent(kept));
    }

    private static KeptTypes types(TestStore store) {
        return new KeptTypes(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
    }

    private static KeptTerms terms(TestStore store, CaseTypes types, UnitSettings settings) {
        return new KeptTerms(
                store.transactions(),
                store.units(),
                store.documents(),
                store.audit(),
                store.changes(),
                store.clock(),
                types,
                settings);
    }

    private UnitFinderComponent finder(TestStore store, Geography geography) {
        return new UnitFinderComponent(
                access,
                units,
                store.approvals(),
                store.transactions(),
                store.pseudonyms(),
                store.changes(),
                geography,
                store.clock());
    }

    @Override
    public void close() {
        FindParts.end(finder);
    }
}
