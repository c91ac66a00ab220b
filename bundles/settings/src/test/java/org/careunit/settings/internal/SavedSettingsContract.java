package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.settings.internal.archive.ArchiveRunsComponent;
import org.careunit.settings.internal.names.DirectoryNameWatch;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeArchive;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.UnitEntries;
import org.junit.jupiter.api.Test;

/** What a unit saves of its settings, reads and exports, on every database. */
abstract class SavedSettingsContract extends SettingsFixture {

    private static final HsaId NO_UNIT = new HsaId("SE1111111111-UNIT9");

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
}
