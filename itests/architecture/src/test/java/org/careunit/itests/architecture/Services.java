package org.careunit.itests.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.careunit.access.internal.AccessComponent;
import org.careunit.access.internal.audit.AuditTrailsComponent;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Permissions;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.UnitFigures;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Geography;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.TestMessages;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.regions.SupportContacts;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsStates;
import org.careunit.api.units.Regions;
import org.careunit.api.units.Units;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.catalogue.StoredCatalogue;
import org.careunit.casetypes.internal.choices.CachedCaseTypes;
import org.careunit.casetypes.internal.choices.StoredChoices;
import org.careunit.casetypes.internal.choices.StoredNamings;
import org.careunit.casetypes.internal.offers.OfferService;
import org.careunit.finding.internal.ApprovedResidentsComponent;
import org.careunit.finding.internal.EndedFinder;
import org.careunit.finding.internal.UnitFinderComponent;
import org.careunit.finding.internal.index.StoredUnits;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.delivery.StaffTestMessages;
import org.careunit.notifications.internal.figures.CountedFigures;
import org.careunit.notifications.internal.figures.HandlingTimes;
import org.careunit.notifications.internal.figures.MonthCounts;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.ledger.OperatorsLedger;
import org.careunit.notifications.internal.recordsystem.PassedTests;
import org.careunit.notifications.internal.recordsystem.RecordSystemRegister;
import org.careunit.notifications.internal.recordsystem.RecordSystemsComponent;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.notifications.internal.timeline.CalculatedTimelines;
import org.careunit.notifications.internal.why.LedgerRowExplanations;
import org.careunit.notifications.internal.why.StoredExplanations;
import org.careunit.settings.internal.RegionSettingsComponent;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SupportContactsComponent;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.archive.ArchiveRunsComponent;
import org.careunit.staff.internal.PersonalSettingsComponent;
import org.careunit.storage.CaseMonths;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.RegionTermsComponent;
import org.careunit.terms.internal.TermsComponent;
import org.careunit.terms.internal.TermsContext;
import org.careunit.terms.internal.TermsStatesComponent;
import org.careunit.terms.internal.acceptance.TermsAcceptanceComponent;
import org.careunit.units.internal.UnitsComponent;
import org.careunit.units.internal.configuration.ConfigurationsComponent;
import org.careunit.units.internal.readiness.ReadinessComponent;

/** The services as the container wires them, on one store, without neighbours. */
final class Services implements AutoCloseable {

    private final TestStore store;
    private final AccessComponent access;
    private final AccessControl rights;
    private final UnitFinderComponent finder;
    private final Map<Class<?>, Object> byContract;

    Services(TestStore store) {
        this(store, access -> access);
    }

    /** @param wrapping makes the access rule that the services ask, of the real one; permissions keep their own */
    Services(TestStore store, UnaryOperator<AccessControl> wrapping) {
        this.store = store;
        access = access();
        rights = wrapping.apply(access);
        SettingsContext kept = new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        UnitSettings settings = new UnitSettingsComponent(rights, kept);
        finder = finder(settings);
        UnitsComponent units = units();
        CaseTypesContext types = types();
        CaseTypes caseTypes = new CachedCaseTypes(rights, types);
        kept.setCaseTypes(caseTypes);
        kept.setCatalogue(new StoredCatalogue(rights, types));
        TermsContext terms = terms(caseTypes, settings);
        TermsStates states = new TermsStatesComponent(rights, terms);
        byContract = Map.ofEntries(
                Map.entry(Permissions.class, access),
                Map.entry(Units.class, units),
                Map.entry(Regions.class, units),
                Map.entry(UnitSettings.class, settings),
                Map.entry(SupportContacts.class, new SupportContactsComponent(rights, kept)),
                Map.entry(RegionSettings.class, new RegionSettingsComponent(rights, kept)),
                Map.entry(
                        ArchiveRuns.class,
                        new ArchiveRunsComponent(rights, kept, store.archive(), store.jobs(), store.clock())),
                Map.entry(PersonalSettings.class, staff()),
                Map.entry(UnitFinder.class, finder),
                Map.entry(CaseTypes.class, caseTypes),
                Map.entry(CaseTypeChoices.class, choices(types, states)),
                Map.entry(CaseTypeCatalogue.class, new StoredCatalogue(rights, types)),
                Map.entry(NamedResidents.class, new StoredNamings(rights, types, store.pseudonyms(), store.clock())),
                Map.entry(Offers.class, offers(types, settings, states)),
                Map.entry(ApprovedResidents.class, approvals()),
                Map.entry(AuditTrails.class, new AuditTrailsComponent(rights, store.audit())),
                Map.entry(PlatformEvents.class, intake()),
                Map.entry(Readiness.class, new ReadinessComponent(rights, store.units())),
                Map.entry(Configurations.class, new ConfigurationsComponent(rights, store.documents(), store.audit())),
                Map.entry(TestMessages.class, testMessages()),
                Map.entry(RecordSystemTests.class, recordSystems()),
                Map.entry(Messages.class, ledger()),
                Map.entry(CaseExplanations.class, explanations()),
                Map.entry(
                        UnitFigures.class,
                        new CountedFigures(
                                rights,
                                store.node.service(CaseMonths.class),
                                new MonthCounts(
                                        store.node.service(CaseMonths.class),
                                        new CaseReader(store.events()),
                                        new HandlingTimes(
                                                store.units(),
                                                choices(types, states),
                                                new StoredCatalogue(rights, types)),
                                        settings,
                                        store.clock()))),
                Map.entry(
                        CaseTimelines.class,
                        new CalculatedTimelines(
                                rights,
                                new UnitClocks(
                                        store.units(),
                                        store.dues(),
                                        store.transactions(),
                                        store.changes(),
                                        store.clock()),
                                null,
                                null,
                                null)),
                Map.entry(Terms.class, new TermsComponent(rights, terms)),
                Map.entry(TermsStates.class, states),
                Map.entry(
                        RegionTerms.class, new RegionTermsComponent(rights, terms, new StoredCatalogue(rights, types))),
                Map.entry(TermsAcceptance.class, new TermsAcceptanceComponent(rights, terms, store.pseudonyms())));
    }

    Map<Class<?>, Object> byContract() {
        return byContract;
    }

    @Override
    public void close() {
        EndedFinder.end(finder);
    }

    private AccessComponent access() {
        return new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
    }

    private UnitsComponent units() {
        return new UnitsComponent(
                rights, store.documents(), store.units(), store.cases(), store.audit(), store.clock());
    }

    private CaseTypesContext types() {
        return new CaseTypesContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
    }

    private CaseTypeChoices choices(CaseTypesContext types, TermsStates states) {
        StoredChoices choices = new StoredChoices(rights, types);
        choices.setTerms(states);
        return choices;
    }

    private Offers offers(CaseTypesContext types, UnitSettings settings, TermsStates states) {
        OfferService offers =
                new OfferService(rights, types, finder, settings, store.cases(), store.pseudonyms(), store.clock());
        offers.setTerms(states);
        return offers;
    }

    private PersonalSettings staff() {
        return new PersonalSettingsComponent(
                rights, access, store.units(), store.documents(), store.audit(), store.clock());
    }

    private UnitFinderComponent finder(UnitSettings settings) {
        return new UnitFinderComponent(
                rights,
                new StoredUnits(store.units(), settings, List::of),
                store.approvals(),
                store.transactions(),
                store.pseudonyms(),
                store.changes(),
                new NoPlaces(),
                store.clock());
    }

    private ApprovedResidents approvals() {
        return new ApprovedResidentsComponent(
                rights,
                store.transactions(),
                store.units(),
                store.documents(),
                store.approvals(),
                store.audit(),
                store.changes(),
                store.pseudonyms(),
                store.clock());
    }

    private PlatformEvents intake() {
        return new Intake(
                rights,
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                new CaseReader(store.events()),
                new CaseSchedule(
                        new UnitClocks(
                                store.units(), store.dues(), store.transactions(), store.changes(), store.clock()),
                        store.clock()));
    }

    private TermsContext terms(CaseTypes types, UnitSettings settings) {
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

    private RecordSystemTests recordSystems() {
        PassedTests tests = new PassedTests(store.documents(), store.transactions(), store.changes());
        return new RecordSystemsComponent(rights, store.units(), new RecordSystemRegister(), tests, store.clock());
    }

    /** Who is refused gets neither to the addressees nor to the outbox. */
    private Messages ledger() {
        return new OperatorsLedger(rights, store.transactions(), store.messages(), null, null, null);
    }

    /** As above. */
    private CaseExplanations explanations() {
        return new StoredExplanations(
                rights,
                store.cases(),
                new CaseReader(store.events()),
                new LedgerRowExplanations(store.messages(), store.jobs(), null),
                null);
    }

    /** As above. */
    private TestMessages testMessages() {
        return new StaffTestMessages(access, store.transactions(), store.messages(), store.audit(), null, null, null);
    }

    private static final class NoPlaces implements Geography {

        @Override
        public List<County> counties() {
            return List.of();
        }

        @Override
        public List<Municipality> municipalities(CountyCode county) {
            return List.of();
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            return Optional.empty();
        }
    }
}
