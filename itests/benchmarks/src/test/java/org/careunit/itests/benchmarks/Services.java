package org.careunit.itests.benchmarks;

import java.util.List;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.finding.Geography;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsStates;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.catalogue.StoredCatalogue;
import org.careunit.casetypes.internal.choices.CachedCaseTypes;
import org.careunit.casetypes.internal.choices.CaseTypePart;
import org.careunit.casetypes.internal.offers.OfferService;
import org.careunit.finding.internal.FindParts;
import org.careunit.finding.internal.UnitFinderComponent;
import org.careunit.finding.internal.index.StoredUnits;
import org.careunit.settings.internal.CareTypeListComponent;
import org.careunit.settings.internal.RegionSettingsComponent;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SettingsParts;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.sections.SettingsPart;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.RegionTermsComponent;
import org.careunit.terms.internal.TermsComponent;
import org.careunit.terms.internal.TermsContext;
import org.careunit.terms.internal.TermsPart;
import org.careunit.terms.internal.TermsStatesComponent;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.units.internal.configuration.ConfigurationParts;

/** The services that answer from memory, as the container wires them, on one store. */
final class Services implements AutoCloseable {

    final AccessComponent access;
    final UnitSettings settings;
    final RegionSettings regions;
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
        SettingsContext keptSettings = SettingsParts.of(store, geography);
        settings = new UnitSettingsComponent(access, keptSettings);
        regions = new RegionSettingsComponent(access, keptSettings);
        CaseTypesContext keptTypes = types(store);
        types = new CachedCaseTypes(access, keptTypes);
        catalogue = new StoredCatalogue(access, keptTypes);
        keptSettings.setCaseTypes(types);
        keptSettings.setCatalogue(catalogue);
        TermsContext keptTerms = terms(store, types, settings);
        terms = new TermsComponent(access, keptTerms);
        regionTerms = new RegionTermsComponent(access, keptTerms, catalogue);
        units = units(store, settings, keptSettings);
        finder = finder(store, geography);
        TermsStates termsStates = new TermsStatesComponent(access, keptTerms);
        OfferService situated =
                new OfferService(access, keptTypes, finder, settings, store.cases(), store.pseudonyms(), store.clock());
        situated.setTerms(termsStates);
        offers = situated;
        CaseTypePart typePart = new CaseTypePart(keptTypes);
        typePart.setTerms(termsStates);
        configurations = ConfigurationParts.of(
                store, access, List.of(new SettingsPart(access, keptSettings), typePart, new TermsPart(keptTerms)));
    }

    /** The units that a finder reads, with nothing read yet. */
    static StoredUnits units(TestStore store) {
        SettingsContext kept = SettingsParts.of(store, FindParts.geography());
        return units(store, new UnitSettingsComponent(FakeAccess.everybody(), kept), kept);
    }

    private static StoredUnits units(TestStore store, UnitSettings settings, SettingsContext kept) {
        return new StoredUnits(store.units(), settings, new CareTypeListComponent(kept));
    }

    private static CaseTypesContext types(TestStore store) {
        return new CaseTypesContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
    }

    private static TermsContext terms(TestStore store, CaseTypes types, UnitSettings settings) {
        return new TermsContext(
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
