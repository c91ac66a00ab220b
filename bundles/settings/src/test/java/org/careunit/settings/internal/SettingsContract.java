package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.PageLink;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.archive.ArchiveRunsComponent;
import org.careunit.settings.internal.names.DirectoryNameWatch;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeArchive;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.UnitEntries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the settings' service promises, on every database. */
public abstract class SettingsContract {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId NO_UNIT = new HsaId("SE1111111111-UNIT9");
    private static final DocumentId DOCUMENT = new DocumentId(Scope.unit(UNIT), "settings", "email-notification");
    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor ANNA = new Actor.Operator("anna");
    private static final Actor BO = new Actor.Operator("bo");
    private static final Actor RESIDENT = new Actor.Resident("r-1");

    private TestStore store;
    private SettingsContext context;
    private UnitSettingsComponent settings;
    private RegionSettingsComponent regions;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        context = context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        regions = new RegionSettingsComponent(FakeAccess.operators(), context);
    }

    public static UnitSettingsComponent service(TestStore store) {
        return new UnitSettingsComponent(FakeAccess.operators(), context(store));
    }

    public static SettingsContext context(TestStore store) {
        return new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void untilTheUnitDecidesNobodyIsTold() {
        assertThat(read()).isEqualTo(new Versioned<>(EmailNotification.OFF, 0));
    }

    @Test
    public void whatIsSavedHoldsAtOnceAndIsInTheAuditTrailWithoutTheAddresses() {
        EmailNotification on = on("a@example.org", "b@example.org");
        read();
        assertThat(settings.save(ANNA, UNIT, on, 0)).isEqualTo(new Versioned<>(on, 1));
        assertThat(read()).isEqualTo(new Versioned<>(on, 1));
        assertThat(store.audit().newest(UNIT, 10)).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("operator:anna");
            assertThat(row.action()).isEqualTo("settings.change");
            assertThat(row.text()).isEqualTo("email-notification: version 1");
        });
    }

    @Test
    public void whatAnotherNodeSavesHoldsHereAsSoonAsThisOneIsTold() {
        UnitSettingsComponent here = service(store);
        here.save(ANNA, UNIT, on("a@example.org"), 0);
        assertThat(here.read(ANNA, UNIT, EmailNotification.class).version()).isEqualTo(1);
        settings.save(BO, UNIT, on("b@example.org"), 1);
        assertThat(here.read(ANNA, UNIT, EmailNotification.class).version()).isEqualTo(2);
    }

    @Test
    public void aUnitIsCalledByItsOwnNameElseByEksElseAsItIsRegistered() {
        FakeDirectory ek = new FakeDirectory().put(FakeDirectory.unit(UNIT, "EK:s namn"));
        DirectoryNameWatch watch = new DirectoryNameWatch(context);
        assertThat(watch.ask()).isZero();
        assertThat(shownName(settings)).isEqualTo("Mottagning A");
        context.setDirectory(ek);
        assertThat(watch.ask()).isEqualTo(1);
        assertThat(watch.ask()).isZero();
        assertThat(shownName(settings)).isEqualTo("EK:s namn");
        assertThat(settings.information(ANNA, UNIT).shown().name()).contains("EK:s namn");
        ek.setDown(true);
        assertThat(watch.ask()).isZero();
        SettingsContext other = context(store);
        UnitSettingsComponent restarted = new UnitSettingsComponent(FakeAccess.operators(), other);
        assertThat(shownName(restarted)).isEqualTo("EK:s namn");
        assertThat(restarted.information(ANNA, UNIT).shown().name()).contains("EK:s namn");
        settings.save(ANNA, UNIT, named("Egna namnet"), 0);
        assertThat(shownName(restarted)).isEqualTo("Egna namnet");
        assertThat(settings.information(ANNA, UNIT).shown().name()).contains("Egna namnet");
        assertThat(settings.namesEverywhere(ANNA).get(UNIT).all("Mottagning A"))
                .containsExactly("Egna namnet", "EK:s namn", "Mottagning A");
        ek.setDown(false);
        ek.change(UNIT, UnitEntries::withoutName);
        assertThat(watch.ask()).isEqualTo(1);
        settings.restore(ANNA, UNIT, UnitInformation.class, 0, 1);
        assertThat(shownName(restarted)).isEqualTo("Mottagning A");
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
        watch.close();
        other.close();
    }

    private static String shownName(UnitSettings settings) {
        return settings.names(ANNA, UNIT).shown("Mottagning A");
    }

    private static UnitInformation named(String name) {
        return new UnitInformation(
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    public void twoInTwoSectionsNeverCollide() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        settings.save(BO, UNIT, new PageLink(false), 0);
        assertThat(read().version()).isEqualTo(1);
        assertThat(settings.read(ANNA, UNIT, PageLink.class)).isEqualTo(new Versioned<>(new PageLink(false), 1));
    }

    @Test
    public void whatTheRegionSaysHoldsUntilTheUnitSaves() {
        regions.saveDefault(BO, REGION, on("region@example.org"), false, 0);
        assertThat(read()).isEqualTo(new Versioned<>(on("region@example.org"), 0));
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        assertThat(read()).isEqualTo(new Versioned<>(on("a@example.org"), 1));
        assertThat(settings.everywhere(ANNA, EmailNotification.class)).isEqualTo(Map.of(UNIT, on("a@example.org")));
        assertThat(settings.restore(ANNA, UNIT, EmailNotification.class, 0, 1))
                .isEqualTo(new Versioned<>(on("region@example.org"), 2));
        assertThat(store.audit().newest(UNIT, 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("settings.restore", "settings.change");
    }

    @Test
    public void whatIsConfirmedFollowsTheRegionOnAndStandsInTheTrailAsConfirmed() {
        Versioned<EmailNotification> confirmed = new Versioned<>(EmailNotification.OFF, 1);
        assertThat(settings.confirm(ANNA, UNIT, EmailNotification.class)).isEqualTo(confirmed);
        assertThat(settings.confirm(BO, UNIT, EmailNotification.class)).isEqualTo(confirmed);
        assertThat(store.audit().newest(UNIT, 10)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("settings.confirm");
            assertThat(row.text()).isEqualTo("email-notification: version 1");
        });
        regions.saveDefault(BO, REGION, on("region@example.org"), false, 0);
        assertThat(read()).isEqualTo(new Versioned<>(on("region@example.org"), 1));
    }

    @Test
    public void aUnitIsToldWhomItTurnsToForSupport() {
        SupportContactsComponent contacts = new SupportContactsComponent(FakeAccess.operators(), context);
        assertThat(contacts.of(ANNA, UNIT)).isEqualTo(SupportContact.NONE);
        SupportContact ours = new SupportContact("Supporten", "08-123 45 67");
        regions.save(ANNA, REGION, ours, 0);
        assertThat(contacts.of(ANNA, UNIT)).isEqualTo(ours);
        assertThat(settings.sections(ANNA, UNIT))
                .anySatisfy(section -> assertThat(section.note()).contains("Kontakta Supporten: 08-123 45 67"));
    }

    @Test
    public void whatARegionSaysIsOneRowInItsOwnTrailHoweverManyUnitsItHas() {
        for (int number = 2; number < 9; number++) {
            HsaId id = new HsaId("SE1111111111-UNIT" + number);
            store.units().add(new CareUnit(id, REGION, "Mottagning", CareUnit.State.OPEN));
        }
        CountyCode empty = new CountyCode("03");
        regions.save(ANNA, REGION, new SupportContact("Supporten", "08-123 45 67"), 0);
        regions.saveDefault(BO, empty, PageLink.SHOWN, true, 0);
        assertThat(store.audit().newest(Scope.region("01"), 10)).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("operator:anna");
            assertThat(row.action()).isEqualTo("region.change");
            assertThat(row.text()).isEqualTo("region support-contact: version 1");
        });
        assertThat(store.audit().newest(Scope.region("03"), 10))
                .extracting(AuditTrail.Entry::text)
                .containsExactly("default page-link: version 1");
        assertThat(store.audit().newest(UNIT, 10)).isEmpty();
    }

    @Test
    public void whatARegionHasSaidIsInItsHistoryAndCanBeSaidAgain() {
        SupportContact first = new SupportContact("Supporten", "08-123 45 67");
        regions.save(ANNA, REGION, first, 0);
        regions.save(BO, REGION, new SupportContact("Vi", "08-123 45 67"), 1);
        regions.restore(ANNA, REGION, SupportContact.class, 1, 2);
        assertThat(regions.history(ANNA, REGION, SupportContact.class))
                .extracting(Saved::version, Saved::actor, Saved::content)
                .containsExactly(
                        tuple(3L, "operator:anna", Optional.of(first)),
                        tuple(2L, "operator:bo", Optional.of(new SupportContact("Vi", "08-123 45 67"))),
                        tuple(1L, "operator:anna", Optional.of(first)));
        assertThat(regions.history(ANNA, REGION, SupportContact.class).get(0).changes())
                .containsExactly(new Saved.Change("/name", Optional.of("\"Vi\""), Optional.of("\"Supporten\"")));
        assertThatThrownBy(() -> regions.history(RESIDENT, REGION, SupportContact.class))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    public void whatARegionHasToldItsUnitsIsInItsHistoryLockAndAll() {
        regions.saveDefault(ANNA, REGION, new PageLink(false), true, 0);
        regions.restoreDefault(BO, REGION, PageLink.class, 0, 1);
        assertThat(regions.defaultHistory(ANNA, REGION, PageLink.class))
                .extracting(Saved::version, Saved::actor, Saved::content)
                .containsExactly(
                        tuple(2L, "operator:bo", Optional.empty()),
                        tuple(1L, "operator:anna", Optional.of(new Default<>(new PageLink(false), true))));
        assertThat(regions.defaultHistory(ANNA, REGION, PageLink.class).get(1).changes())
                .contains(new Saved.Change("/locked", Optional.empty(), Optional.of("true")));
        assertThat(regions.defaultHistory(ANNA, REGION, EmailNotification.class))
                .isEmpty();
        assertThatThrownBy(() -> regions.defaultHistory(RESIDENT, REGION, PageLink.class))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    public void whatTheRegionLocksHoldsWhateverTheUnitHasSaved() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        regions.saveDefault(BO, REGION, EmailNotification.OFF, true, 0);
        assertThat(read()).isEqualTo(new Versioned<>(EmailNotification.OFF, 1));
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, on("b@example.org"), 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("locked by region 01");
        assertThat(store.documents().history(DOCUMENT)).hasSize(1);
        assertThat(settings.sections(ANNA, UNIT).get(0).locked()).isTrue();
        assertThat(regions.restoreDefault(BO, REGION, EmailNotification.class, 0, 1)
                        .content()
                        .locked())
                .isFalse();
        assertThat(read()).isEqualTo(new Versioned<>(on("a@example.org"), 1));
    }

    @Test
    public void historySaysFromWhatToWhat() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        settings.save(BO, UNIT, new EmailNotification(false, on("a@example.org").addresses()), 1);
        assertThat(settings.history(ANNA, UNIT, EmailNotification.class))
                .hasSize(2)
                .first()
                .satisfies(saved -> {
                    assertThat(saved.version()).isEqualTo(2);
                    assertThat(saved.actor()).isEqualTo("operator:bo");
                    assertThat(saved.changes())
                            .containsExactly(new Saved.Change("/on", Optional.of("true"), Optional.of("false")));
                });
    }

    @Test
    public void aSectionThatTheUnitDoesNotHaveIsNotShownAndNotSaved() {
        regions.save(BO, REGION, new SupportContact("Regionens support", "08-123 45 67"), 0);
        assertThat(settings.sections(ANNA, UNIT))
                .filteredOn(state -> state.type() == RecordSystemNotification.class)
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.shown()).isFalse();
                    assertThat(state.note()).endsWith("Kontakta Regionens support: 08-123 45 67");
                });
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, new RecordSystemNotification(true), 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("No record system");
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, new ListingRequests(true), 0))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    public void aConflictCarriesBothVersions() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        EmailNotification theirs = on("b@example.org");
        settings.save(BO, UNIT, theirs, 1);
        EmailNotification mine = on("c@example.org");
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, mine, 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(mine);
                    assertThat(conflict.current()).contains(new Versioned<>(theirs, 2));
                    assertThat(conflict).hasMessageContaining("saved by operator:bo");
                    assertThat(conflict).hasMessageNotContaining("example.org");
                });
        assertThat(read()).isEqualTo(new Versioned<>(theirs, 2));
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
        assertThat(settings.save(ANNA, UNIT, mine, 2)).isEqualTo(new Versioned<>(mine, 3));
    }

    @Test
    public void anUpdateChangesWhatSomebodyFasterHasSaved() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        AtomicInteger calls = new AtomicInteger();
        Versioned<EmailNotification> saved = settings.update(ANNA, UNIT, EmailNotification.class, seen -> {
            if (calls.incrementAndGet() == 1) {
                settings.save(BO, UNIT, with(seen, "b@example.org"), 1);
            }
            return with(seen, "c@example.org");
        });
        assertThat(saved)
                .isEqualTo(new Versioned<>(with(with(on("a@example.org"), "b@example.org"), "c@example.org"), 3));
        assertThat(settings.update(ANNA, UNIT, EmailNotification.class, seen -> seen))
                .isEqualTo(saved);
        assertThatThrownBy(() -> settings.update(ANNA, UNIT, EmailNotification.class, seen -> {
                    long version = read().version();
                    settings.save(BO, UNIT, on("x" + version + "@example.org"), version);
                    return on("never@example.org");
                }))
                .isInstanceOf(ConflictException.class);
    }

    private static EmailNotification with(EmailNotification section, String address) {
        List<EmailAddress> addresses = new ArrayList<>(section.addresses());
        addresses.add(new EmailAddress(address));
        return new EmailNotification(true, addresses);
    }

    @Test
    public void aConflictInARegionsSectionCarriesBothVersions() {
        SupportContact first = new SupportContact("Supporten", "08-123 45 67");
        SupportContact theirs = new SupportContact("Förvaltningen", "08-123 45 68");
        regions.save(ANNA, REGION, first, 0);
        regions.save(BO, REGION, theirs, 1);
        SupportContact mine = new SupportContact("Vi", "08-123 45 69");
        assertThatThrownBy(() -> regions.save(ANNA, REGION, mine, 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(mine);
                    assertThat(conflict.current()).contains(new Versioned<>(theirs, 2));
                    assertThat(conflict).hasMessageContaining("region 01", "saved by operator:bo");
                });
        assertThatThrownBy(() -> regions.restore(ANNA, REGION, SupportContact.class, 0, 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(SupportContact.NONE);
                    assertThat(conflict.current()).contains(new Versioned<>(theirs, 2));
                });
        assertThat(regions.read(ANNA, REGION, SupportContact.class)).isEqualTo(new Versioned<>(theirs, 2));
    }

    @Test
    public void aConflictInARegionsDefaultCarriesBothVersionsLockAndAll() {
        regions.saveDefault(BO, REGION, new PageLink(false), true, 0);
        assertThatThrownBy(() -> regions.saveDefault(ANNA, REGION, PageLink.SHOWN, false, 0))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.refused()).contains(new Default<>(PageLink.SHOWN, false));
                    assertThat(conflict.current())
                            .contains(new Versioned<>(new Default<>(new PageLink(false), true), 1));
                    assertThat(conflict).hasMessageContaining("page-link is at version 1");
                });
        assertThat(regions.readDefault(ANNA, REGION, PageLink.class))
                .isEqualTo(new Versioned<>(new Default<>(new PageLink(false), true), 1));
    }

    @Test
    public void anExportIsAskedForWhereThereIsAnArchiveAndIsInTheAuditTrail() {
        ArchiveRunsComponent runs =
                new ArchiveRunsComponent(FakeAccess.operators(), context, store.archive(), store.jobs(), store.clock());
        assertThat(runs.status(ANNA, UNIT)).isEqualTo(ArchiveRuns.Status.NOT_INSTALLED);
        assertThatThrownBy(() -> runs.runNow(ANNA, UNIT))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("No archive is installed");
        FakeArchive archive = new FakeArchive();
        context.setArchives(archive);
        runs.runNow(ANNA, UNIT);
        assertThat(store.archive().unfinished(9)).hasSize(1);
        assertThat(store.audit().newest(UNIT, 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("archive.run");
        assertThatThrownBy(() -> runs.runNow(ANNA, NO_UNIT)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> runs.runNow(RESIDENT, UNIT)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> runs.status(RESIDENT, UNIT)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    public void ofTwoWhoSaveAtOnceOneGetsTheOthersVersion() throws Exception {
        UnitSettingsComponent otherNode = service(store);
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService authors = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = new ArrayList<>();
            for (UnitSettingsComponent node : List.of(settings, otherNode)) {
                both.add(authors.submit(() -> {
                    awaitOther(ready);
                    node.save(ANNA, UNIT, on("a@example.org"), 0);
                }));
            }
            assertThat(both).filteredOn(SettingsContract::conflicted).hasSize(1);
        } finally {
            authors.shutdownNow();
        }
        assertThat(store.documents().history(DOCUMENT)).hasSize(1);
        assertThat(store.audit().newest(UNIT, 10)).hasSize(1);
    }

    private static void awaitOther(CountDownLatch ready) {
        ready.countDown();
        try {
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static boolean conflicted(Future<?> saved) {
        try {
            saved.get(30, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(ConflictException.class);
            return true;
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    public void anUnknownUnitHasNoSettings() {
        assertThatThrownBy(() -> settings.read(ANNA, NO_UNIT, EmailNotification.class))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit SE1111111111-UNIT9");
        assertThatThrownBy(() -> settings.save(ANNA, NO_UNIT, EmailNotification.OFF, 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit SE1111111111-UNIT9");
    }

    @Test
    public void aNewerShapeIsReadAndNotWrittenOver() {
        String newer = "{\"on\":true,\"addresses\":[\"a@example.org\"],\"since\":\"then\"}";
        Document stored = store.documents().save(DOCUMENT, 0, Content.published(2, newer, "operator:newer"));
        assertThat(read()).isEqualTo(new Versioned<>(on("a@example.org"), 1));
        assertThatThrownBy(() -> settings.save(ANNA, UNIT, EmailNotification.OFF, 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("upgrade this node");
        assertThat(store.documents().newest(DOCUMENT)).contains(stored);
    }

    @Test
    public void whatIsStoredIsShapeOneByKey() {
        settings.save(ANNA, UNIT, on("A@Example.org"), 0);
        Content content = store.documents().current(DOCUMENT).orElseThrow().content();
        assertThat(content.shape()).isEqualTo(1);
        assertThat(content.json()).isEqualTo("{\"on\":true,\"addresses\":[\"A@example.org\"]}");
    }

    @Test
    public void whatIsMissingInADocumentIsOffAndEmpty() {
        store.documents().save(DOCUMENT, 0, Content.published(1, "{}", "operator:test"));
        assertThat(read()).isEqualTo(new Versioned<>(EmailNotification.OFF, 1));
    }

    @Test
    public void aRemovedSectionIsTheDefaultAndCanBeSavedAgain() {
        settings.save(ANNA, UNIT, on("a@example.org"), 0);
        Content removed =
                new Content(Document.State.REMOVED, 1, "{}", OptionalLong.empty(), Optional.empty(), "operator:test");
        store.documents().save(DOCUMENT, 1, removed);
        assertThat(service(store).read(ANNA, UNIT, EmailNotification.class))
                .isEqualTo(new Versioned<>(EmailNotification.OFF, 2));
        assertThat(settings.save(ANNA, UNIT, on("b@example.org"), 2).version()).isEqualTo(3);
    }

    @Test
    public void whoMayNotIsRefused() {
        assertThatThrownBy(() -> settings.read(RESIDENT, NO_UNIT, EmailNotification.class))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> settings.save(RESIDENT, UNIT, EmailNotification.OFF, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThat(store.documents().history(DOCUMENT)).isEmpty();
    }

    private Versioned<EmailNotification> read() {
        return settings.read(ANNA, UNIT, EmailNotification.class);
    }

    private static EmailNotification on(String... addresses) {
        return new EmailNotification(
                true, Arrays.stream(addresses).map(EmailAddress::new).toList());
    }
}
