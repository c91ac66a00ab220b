package org.careunit.units.internal.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.AccessControl;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.Terms;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.catalogue.StoredCatalogue;
import org.careunit.casetypes.internal.choices.CachedCaseTypes;
import org.careunit.casetypes.internal.choices.CaseTypePart;
import org.careunit.casetypes.internal.choices.StoredChoices;
import org.careunit.settings.internal.RegionSettingsComponent;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.sections.SettingsPart;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.TermsComponent;
import org.careunit.terms.internal.TermsContext;
import org.careunit.terms.internal.TermsPart;
import org.careunit.terms.internal.TermsStatesComponent;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.UnitEntries;

/** The real parts of a configuration and the services beside them, on a store. */
final class PartsOnStore {

    static final CountyCode REGION = new CountyCode("01");
    static final Actor OPERATOR = new Actor.Operator("test");
    static final Set<String> ALL = Set.of();

    final ConfigurationsComponent configurations;
    final UnitSettings settings;
    final RegionSettings regions;
    private final SettingsContext keptSettings;
    final CaseTypeChoices choices;
    final CaseTypeCatalogue catalogue;
    final Terms terms;

    PartsOnStore(TestStore store, List<HsaId> units) {
        AccessControl access = FakeAccess.operatorsAndSystem();
        units.forEach(unit -> store.units().add(new CareUnit(unit, REGION, "Mottagning", CareUnit.State.OPEN)));
        keptSettings = new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        CaseTypesContext keptTypes = new CaseTypesContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
        keptSettings.setCaseTypes(new CachedCaseTypes(access, keptTypes));
        keptSettings.setCatalogue(new StoredCatalogue(access, keptTypes));
        recordSystem(RecordSystems.Progress.PASSED);
        keptSettings.setDirectory(new FakeDirectory()
                .setOtherUnits(unit -> Optional.of(UnitEntries.withBusinessCodes(
                        FakeDirectory.unit(unit, "Mottagning"), ListingRequests.BUSINESS_CODE))));
        settings = new UnitSettingsComponent(access, keptSettings);
        regions = new RegionSettingsComponent(access, keptSettings);
        TermsContext keptTerms = new TermsContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.audit(),
                store.changes(),
                store.clock(),
                new CachedCaseTypes(access, keptTypes),
                settings);
        choices = new StoredChoices(access, keptTypes);
        catalogue = new StoredCatalogue(access, keptTypes);
        terms = new TermsComponent(access, keptTerms);
        CaseTypePart types = new CaseTypePart(keptTypes);
        types.setTerms(new TermsStatesComponent(access, keptTerms));
        configurations = new ConfigurationsComponent(access, store.documents(), store.audit());
        configurations.addPart(new SettingsPart(access, keptSettings));
        configurations.addPart(types);
        configurations.addPart(new TermsPart(keptTerms));
    }

    /** How far the record system of all units has come. */
    void recordSystem(RecordSystems.Progress progress) {
        keptSettings.setRecordSystems(unit -> new RecordSystems.Status(progress, Optional.empty()));
    }
}
