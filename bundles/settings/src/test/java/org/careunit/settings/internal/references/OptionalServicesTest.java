package org.careunit.settings.internal.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.finding.Geography;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.gateways.RecordSystems.Status;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.TopicMessages;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.FixedCaseTypes;
import org.careunit.settings.internal.RegionSettingsComponent;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SettingsFixture;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.archive.ArchiveRunsComponent;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeArchive;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.UnitEntries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sections that hang on EK, on a record system or on the list of municipalities, which come and go. */
class OptionalServicesTest {

    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor ANNA = new Actor.Operator("anna");
    private static final URI PAGE = URI.create("https://www.1177.se/prov");

    @TempDir
    Path directory;

    private final FakeDirectory ek = new FakeDirectory();
    private TestStore store;
    private SettingsContext context;
    private UnitSettingsComponent settings;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.embedded(directory);
        store.units().add(new CareUnit(SettingsFixture.UNIT, REGION, "Mottagning A", CareUnit.State.OPEN));
        context = SettingsFixture.context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        ek.put(UnitEntries.withPage(FakeDirectory.unit(SettingsFixture.UNIT, "EK:s mottagning"), Optional.empty()));
        context.setDirectory(ek);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyChildHealthCentresHaveListingRequests() {
        assertThat(state(ListingRequests.class).shown()).isFalse();
        assertThat(state(ListingRequests.class).note()).contains("bara för barnavårdscentraler");
        assertThatThrownBy(() -> save(new ListingRequests(true)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("business code 1504");
        ek.change(SettingsFixture.UNIT, entry -> UnitEntries.withBusinessCodes(entry, "1302", "1504"));
        assertThat(state(ListingRequests.class).shown()).isTrue();
        assertThat(state(ListingRequests.class).note()).isEmpty();
        save(new ListingRequests(true));
    }

    @Test
    void whileTheDirectoryIsDownWhoeverHasListingRequestsKeepsThem() {
        ek.setDown(true);
        assertThat(state(ListingRequests.class).shown()).isFalse();
        assertThatThrownBy(() -> save(new ListingRequests(true))).isInstanceOf(UnavailableException.class);
        ek.setDown(false);
        ek.change(SettingsFixture.UNIT, entry -> UnitEntries.withBusinessCodes(entry, "1504"));
        save(new ListingRequests(true));
        ek.setDown(true);
        assertThat(state(ListingRequests.class).shown()).isTrue();
        assertThat(state(ListingRequests.class).note()).contains("kan inte hämtas från EK just nu");
    }

    @Test
    void aRecordSystemIsToldOnceItHasPassedATestMessage() {
        context.setRecordSystems(unit -> new Status(Progress.UNTESTED, Optional.empty()));
        assertThat(state(RecordSystemNotification.class).note())
                .isEqualTo("Mottagningens journalsystem har inte klarat något testmeddelande ännu."
                        + " Kontakta regionens support.");
        assertThatThrownBy(() -> save(new RecordSystemNotification(true))).isInstanceOf(RefusedException.class);
        context.setRecordSystems(unit -> new Status(Progress.NONE, Optional.empty()));
        assertThat(state(RecordSystemNotification.class).note())
                .startsWith("Inget journalsystem (till exempel Profdoc Journal III) är anslutet till mottagningen.");
        assertThat(state(RecordSystemNotification.class).shown()).isFalse();
        context.setRecordSystems(unit -> new Status(Progress.PASSED, Optional.of(Instant.EPOCH)));
        assertThat(state(RecordSystemNotification.class).shown()).isTrue();
        assertThat(state(RecordSystemNotification.class).note()).isEmpty();
        save(new RecordSystemNotification(true));
    }

    @Test
    void whoLeavesIsNotAskedAnyMore() {
        ek.change(SettingsFixture.UNIT, entry -> UnitEntries.withBusinessCodes(entry, "1504"));
        context.unsetDirectory(new FakeDirectory());
        assertThat(state(ListingRequests.class).shown()).isTrue();
        context.unsetDirectory(ek);
        assertThat(state(ListingRequests.class).shown()).isFalse();
    }

    @Test
    void thePageLinkSaysWhetherThereIsAPage() {
        assertThat(state(PageLink.class).note()).startsWith("I EK finns ingen adress till mottagningens sida");
        assertThat(state(PageLink.class).shown()).isTrue();
        ek.change(SettingsFixture.UNIT, entry -> UnitEntries.withPage(entry, Optional.of(PAGE)));
        assertThat(state(PageLink.class).note()).isEmpty();
        assertThat(information().page()).contains(PAGE);
        save(new PageLink(false));
        assertThat(information().page()).isEmpty();
        ek.setDown(true);
        assertThat(state(PageLink.class).note()).contains("kan inte hämtas från EK just nu");
    }

    @Test
    void whatTheUnitSaysLiesOverWhatTheDirectorySaysAndThatStaysBesideIt() {
        UnitInformation own = new UnitInformation(
                Optional.of("Björken"),
                Optional.of("08-465 004 00"),
                List.of("Gatan 2"),
                List.of(),
                Optional.of("Gå in på gården"),
                List.of(new HoursSpan("6-6#10:00#12:00")),
                List.of(),
                List.of(),
                Optional.empty());
        save(own);
        UnitInformation shown = information().shown();
        assertThat(shown.name()).contains("Björken");
        assertThat(shown.telephone()).contains("08-465 004 00");
        assertThat(shown.visitingAddress()).containsExactly("Gatan 2");
        assertThat(shown.postalAddress()).containsExactly("Gatan 1", "111 11 Stockholm");
        assertThat(shown.openingHours()).containsExactly(new HoursSpan("6-6#10:00#12:00"));
        assertThat(shown.telephoneHours()).containsExactly(new HoursSpan("1-5#09:00#10:00"));
        UnitInformation said = information().directory().orElseThrow().found();
        assertThat(said.name()).contains("EK:s mottagning");
        assertThat(said.telephone()).contains("08-465 004 01");
        assertThat(said.openingHours()).containsExactly(new HoursSpan("1-5#08:00#17:00"));
        assertThat(information().own().telephone()).contains("+46846500400");
    }

    @Test
    void whatIsMalformedInTheDirectoryIsLeftOutAndSpoilsNothingElse() {
        ek.change(
                SettingsFixture.UNIT,
                entry -> UnitEntries.withOwnPage(entry, Optional.of(URI.create("https://mottagningen.example.org/"))));
        ek.change(SettingsFixture.UNIT, entry -> UnitEntries.withOpeningHours(entry, "1-5#08:00#17:00", "stängt"));
        UnitInformation shown = information().shown();
        assertThat(shown.openingHours()).as("never a part of the week").isEmpty();
        assertThat(information().unreadableHours()).containsEntry("openingHours", List.of("1-5#08:00#17:00", "stängt"));
        assertThat(shown.dropInHours()).containsExactly(new HoursSpan("3-3#13:00#14:00"));
        assertThat(shown.visitingAddress()).containsExactly("Backen 3");
        assertThat(shown.directions()).contains("Porten till vänster");
        assertThat(shown.page()).contains(URI.create("https://mottagningen.example.org/"));
        ek.change(
                SettingsFixture.UNIT,
                entry -> UnitEntries.withOwnPage(entry, Optional.of(URI.create("http://mottagningen.example.org/"))));
        assertThat(information().shown().page()).isEmpty();
        assertThat(information().shown().visitingAddress()).containsExactly("Backen 3");
    }

    @Test
    void withoutTheDirectoryTheNameIsTheOneTheUnitJoinedUnder() {
        assertThat(information().shown().name()).contains("EK:s mottagning");
        ek.setDown(true);
        assertThat(information().shown().name()).contains("Mottagning A");
        assertThat(information().directory()).isEmpty();
    }

    @Test
    void theArchiveSectionSaysWhenExportsWereMadeAndAreMadeNext() {
        assertThat(state(ArchiveExport.class).note()).startsWith("Inget arkiv är anslutet");
        assertThat(state(ArchiveExport.class).shown()).isTrue();
        FakeArchive archive = new FakeArchive();
        context.setArchives(archive);
        assertThat(state(ArchiveExport.class).note()).startsWith("Ingen export har gjorts ännu.");
        context.setArchiveRecords(store.archive());
        store.archive().add(doneAt(Instant.parse("2026-11-29T23:30:00Z"))); // the 30th in Sweden
        assertThat(state(ArchiveExport.class).note())
                .isEqualTo("Senaste exporten gjordes den 30 november 2026. Nästa görs den 28 februari 2027.");
        save(new ArchiveExport(Period.ofDays(14)));
        assertThat(runs().status(ANNA, SettingsFixture.UNIT).next()).contains(LocalDate.of(2026, 12, 14));
        context.unsetArchives(archive);
        assertThat(runs().status(ANNA, SettingsFixture.UNIT).installed()).isFalse();
    }

    private ArchiveRunsComponent runs() {
        return new ArchiveRunsComponent(FakeAccess.operators(), context, store.archive(), store.jobs(), store.clock());
    }

    private static StoredRun doneAt(Instant started) {
        ArchiveRun run = new ArchiveRun(
                "package-1",
                started,
                "system:schedule",
                ArchiveRun.Stage.DONE,
                ArchiveRun.Counts.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(started));
        return new StoredRun("run-1", SettingsFixture.UNIT, run, Optional.empty(), Optional.empty(), 0);
    }

    @Test
    void careTypesAreProposedByTheBusinessCodesOfTheDirectory() {
        assertThat(information().proposed()).isEqualTo(CareTypes.NONE);
        assertThat(state(CareTypes.class).note()).isEmpty();
        ek.change(SettingsFixture.UNIT, entry -> UnitEntries.withBusinessCodes(entry, "9999", "1504"));
        assertThat(information().proposed()).isEqualTo(new CareTypes(Set.of("barnavardscentral")));
        assertThat(state(CareTypes.class).note())
                .isEqualTo("Enligt verksamhetskoderna i EK passar även: Barnavårdscentral (BVC).");
        save(new CareTypes(Set.of("barnavardscentral", "vaccination")));
        assertThat(state(CareTypes.class).note()).isEmpty();
        ek.setDown(true);
        assertThat(information().proposed()).isEqualTo(CareTypes.NONE);
    }

    @Test
    void aCatchmentAreaNamesMunicipalitiesThatExist() {
        CatchmentArea known = area("0180");
        assertThatThrownBy(() -> save(known)).isInstanceOf(UnavailableException.class);
        context.setGeography(new OnlyStockholm());
        assertThatThrownBy(() -> save(area("0199")))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("/rules/0/municipality: there is no municipality 0199");
        save(known);
        assertThat(settings.read(ANNA, SettingsFixture.UNIT, CatchmentArea.class)
                        .content())
                .isEqualTo(known);
    }

    @Test
    void aCaseTypeThatIsNamedExistsInTheRegionOrIsTheUnitsOwn() {
        DailyCaps typo = new DailyCaps(OptionalInt.empty(), Map.of(new CaseTypeKey("boka-tidd"), 5));
        assertThatThrownBy(() -> save(typo)).isInstanceOf(UnavailableException.class);
        FixedCaseTypes.say(context);
        assertThatThrownBy(() -> save(typo))
                .isInstanceOf(RefusedException.class)
                .hasMessage("/caseTypes/boka-tidd: there is no case type boka-tidd; there are boka-tid, local-vaccin");
        assertThatThrownBy(() -> save(new SendingHours(List.of(), Map.of(new CaseTypeKey("fornya"), List.of()))))
                .hasMessageStartingWith("/caseTypes/fornya: there is no case type");
        assertThatThrownBy(() -> save(pause("local-annat")))
                .hasMessageStartingWith("/pauses/0/caseType: there is no case type local-annat");
        save(pause("local-vaccin"));
        save(new DailyCaps(OptionalInt.empty(), Map.of(new CaseTypeKey("boka-tid"), 5)));
        RegionSettingsComponent regions = new RegionSettingsComponent(FakeAccess.operators(), context);
        assertThatThrownBy(() -> regions.saveDefault(ANNA, REGION, pause("local-vaccin"), false, 0))
                .hasMessageEndingWith("there is no case type local-vaccin; there are boka-tid");
        regions.saveDefault(ANNA, REGION, pause("boka-tid"), false, 0);
    }

    @Test
    void noTextNamesACaseType() {
        FixedCaseTypes.say(context);
        StaffMessages naming = new StaffMessages(
                new TopicMessages(10, new StaffText("Nytt: {count}", "Någon vill boka tid. {link}"), null),
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> save(naming)).hasMessageStartingWith("The texts name the case type Boka tid:");
        save(StaffMessages.DEFAULT);
        RegionSettingsComponent regions = new RegionSettingsComponent(FakeAccess.operators(), context);
        assertThatThrownBy(() ->
                        regions.save(ANNA, REGION, new ResidentTexts(null, null, "Du har svar om Vår vaccination."), 0))
                .hasMessageStartingWith("The texts name the case type Vår vaccination:");
        regions.save(ANNA, REGION, ResidentTexts.DEFAULT, 0);
    }

    private static Pauses pause(String type) {
        return new Pauses(List.of(new Pauses.Pause(
                Optional.of(new CaseTypeKey(type)), "Stängt.", "semester", Instant.EPOCH, Optional.empty())));
    }

    private static CatchmentArea area(String municipality) {
        return new CatchmentArea(List.of(new CatchmentArea.Rule(
                REGION,
                Optional.of(new MunicipalityCode(municipality)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty())));
    }

    private SectionState state(Class<? extends Section> type) {
        return settings.sections(ANNA, SettingsFixture.UNIT).stream()
                .filter(state -> state.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private ShownInformation information() {
        return settings.information(ANNA, SettingsFixture.UNIT);
    }

    private void save(Section section) {
        settings.save(ANNA, SettingsFixture.UNIT, section, 0);
    }

    private record OnlyStockholm() implements Geography {

        @Override
        public List<County> counties() {
            throw new AssertionError();
        }

        @Override
        public List<Municipality> municipalities(CountyCode county) {
            throw new AssertionError();
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            return code.value().equals("0180") ? Optional.of(new Municipality(code, "Stockholm")) : Optional.empty();
        }
    }
}
