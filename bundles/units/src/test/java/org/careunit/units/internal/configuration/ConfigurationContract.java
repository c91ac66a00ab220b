package org.careunit.units.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Target;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.ConfigurationChange.Difference;
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.Metrics.Figure;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.settings.internal.sections.SettingsPart;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What configuration as text promises, on every database, with the real part of the settings. */
abstract class ConfigurationContract {

    private static final HsaId A = new HsaId("SE1111111111-UNIT1");
    private static final HsaId B = new HsaId("SE1111111111-UNIT2");
    private static final HsaId C = new HsaId("SE1111111111-UNIT3");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor OF_A = new Actor.Staff(new StaffId("SE1111111111-ANNA"));
    private static final Set<String> ALL = Set.of();

    private TestStore store;
    private UnitSettingsComponent settings;
    private ConfigurationsComponent configurations;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        for (HsaId unit : List.of(A, B, C)) {
            store.units().add(new CareUnit(unit, new CountyCode("01"), "Mottagning", CareUnit.State.OPEN));
        }
        AccessControl access = FakeAccess.by((actor, operation, target) ->
                actor instanceof Actor.Operator || (actor.equals(OF_A) && target.equals(new Target.Unit(A))));
        SettingsContext kept = new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        settings = new UnitSettingsComponent(access, kept);
        configurations = new ConfigurationsComponent(access, store.documents(), store.audit());
        configurations.addPart(new SettingsPart(access, kept));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsExportedIsImportedAndSaysTheSameWhateverIsSaved() {
        Random random = new Random(5);
        for (int round = 0; round < 20; round++) {
            saveAnything(random);
            String before = configurations.export(OPERATOR, A);
            assertThat(configurations.apply(OPERATOR, List.of(A), before, ALL).changeSet())
                    .isEmpty();
            configurations.copy(OPERATOR, A, List.of(B), ALL);
            assertThat(configurations.export(OPERATOR, B)).isEqualTo(before);
            assertThat(configurations.export(OPERATOR, A)).isEqualTo(before);
        }
    }

    private void saveAnything(Random random) {
        save(
                A,
                switch (random.nextInt(3)) {
                    case 0 -> new StaffReminder(random.nextBoolean(), 1 + random.nextInt(250));
                    case 1 -> new EmailNotification(
                            true, List.of(new EmailAddress("a" + random.nextInt(1000) + "@example.org")));
                    default -> new ResidentReminder(random.nextBoolean(), 1 + random.nextInt(9));
                });
        if (random.nextInt(4) == 0) {
            long seen = settings.read(OPERATOR, A, StaffReminder.class).version();
            settings.restore(OPERATOR, A, StaffReminder.class, 0, seen);
        }
    }

    @Test
    void aDryRunSaysTheDifferenceAndSavesNothing() {
        save(A, new StaffReminder(true, 5));
        String text = configurations.export(OPERATOR, A);
        ConfigurationChange tried = configurations.dryRun(OPERATOR, List.of(B), text, ALL);
        assertThat(tried.changeSet()).isEmpty();
        assertThat(tried.differences()).singleElement().satisfies(one -> {
            assertThat(one.unit()).isEqualTo(B);
            assertThat(one.change().path()).isEqualTo("/settings/staff-reminder");
        });
        assertThat(settings.read(OPERATOR, B, StaffReminder.class).version()).isZero();
        assertThat(store.audit().newest(B, 9)).isEmpty();
        assertThat(configurations.apply(OPERATOR, List.of(B), text, ALL).differences())
                .isEqualTo(tried.differences());
        assertThat(settings.read(OPERATOR, B, StaffReminder.class).content().workingDays())
                .isEqualTo(5);
        assertThat(configurations.apply(OPERATOR, List.of(B), text, ALL).differences())
                .isEmpty();
        assertThat(settings.read(OPERATOR, B, StaffReminder.class).version()).isEqualTo(1);
    }

    @Test
    void eachUnitIsGivenItsOwnDocumentInOneChangeSet() {
        List<UnitDocument> documents = List.of(new UnitDocument(A, reminding(4)), new UnitDocument(B, reminding(6)));
        ConfigurationChange tried = configurations.dryRunEach(OPERATOR, documents, ALL);
        assertThat(tried.changeSet()).isEmpty();
        assertThat(tried.differences()).extracting(Difference::unit).containsExactly(A, B);
        assertThat(store.audit().newest(A, 9)).isEmpty();
        ConfigurationChange change = configurations.applyEach(OPERATOR, documents, ALL);
        assertThat(change.differences()).isEqualTo(tried.differences());
        assertThat(workingDays(A)).isEqualTo(4);
        assertThat(workingDays(B)).isEqualTo(6);
        UndoneChange undone = configurations.undo(OPERATOR, change.changeSet().orElseThrow());
        assertThat(undone.restored()).hasSize(2);
        assertThat(workingDays(A)).isEqualTo(StaffReminder.DEFAULT.workingDays());
        configurations.export(OPERATOR, A);
        assertThat(configurations.read())
                .extracting(Figure::name, Figure::value)
                .containsExactly(
                        tuple("units.configuration.exported", 1.0),
                        tuple("units.configuration.applied", 1.0),
                        tuple("units.configuration.undone", 1.0));
    }

    @Test
    void aRefusalNamesTheUnitWhereThereAreSeveralAndNothingIsSaved() {
        List<UnitDocument> documents = List.of(new UnitDocument(A, reminding(4)), new UnitDocument(B, reminding(0)));
        assertThatThrownBy(() -> configurations.applyEach(OPERATOR, documents, ALL))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(B + "/settings/staff-reminder/workingDays");
        assertThat(workingDays(A)).isEqualTo(StaffReminder.DEFAULT.workingDays());
        assertThatThrownBy(() -> configurations.apply(OPERATOR, List.of(A, B), reminding(0), ALL))
                .hasMessageStartingWith(A + "/settings/staff-reminder/workingDays");
        assertThatThrownBy(() -> configurations.apply(OPERATOR, List.of(A), reminding(0), ALL))
                .hasMessageStartingWith("/settings/staff-reminder/workingDays");
        assertThatThrownBy(() -> configurations.applyEach(OPERATOR, List.of(), ALL))
                .hasMessage("Name at least one unit");
        UnitDocument twice = documents.get(0);
        assertThatThrownBy(() -> configurations.applyEach(OPERATOR, List.of(twice, twice), ALL))
                .hasMessage(A + ": there are two documents for it");
    }

    private static String reminding(int days) {
        return "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":%s}}}".formatted(days);
    }

    private int workingDays(HsaId unit) {
        return settings.read(OPERATOR, unit, StaffReminder.class).content().workingDays();
    }

    @Test
    void onlyWhatIsAskedForIsTaken() {
        save(A, new StaffReminder(true, 5));
        save(A, new ResidentReminder(true, 7));
        ConfigurationChange change = configurations.copy(OPERATOR, A, List.of(B), Set.of("settings/resident-reminder"));
        assertThat(change.differences()).hasSize(1);
        assertThat(settings.read(OPERATOR, B, StaffReminder.class).version()).isZero();
        assertThatThrownBy(() -> configurations.copy(OPERATOR, A, List.of(B), Set.of("terms")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("it holds [settings]");
    }

    @Test
    void whatIsWrongIsRefusedWholeAndSaysWhere() {
        Map<String, String> wrong = Map.of(
                "{\"format\":1,\"sets\":{}}",
                "/sets: there is no such part",
                "{\"format\":1,\"settings\":{\"reminder\":{}}}",
                "/settings/reminder: there is no such entry",
                "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":3,\"x\":1}}}",
                "/settings/staff-reminder/x",
                "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":0}}}",
                "/settings/staff-reminder",
                "{\"format\":2}",
                "/format",
                "{\"format\":1,\"format\":1}",
                "twice",
                "[]",
                "write an object",
                "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":9},"
                        + "\"record-system-notification\":{\"on\":true}}}",
                "/settings/record-system-notification");
        wrong.forEach(
                (text, where) -> assertThatThrownBy(() -> configurations.apply(OPERATOR, List.of(A, B), text, ALL))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining(where));
        assertThat(settings.read(OPERATOR, A, StaffReminder.class).version()).isZero();
        assertThat(store.audit().newest(A, 9)).isEmpty();
    }

    @Test
    void manyUnitsAreChangedAsOneAndTakenBackButForWhatWasChangedAgain() {
        save(B, new StaffReminder(true, 9));
        save(A, new StaffReminder(true, 5));
        UUID set =
                configurations.copy(OPERATOR, A, List.of(B, C), ALL).changeSet().orElseThrow();
        save(C, new StaffReminder(true, 8));
        UndoneChange undone = configurations.undo(OPERATOR, set);
        assertThat(undone.restored()).singleElement().satisfies(piece -> {
            assertThat(piece.unit()).isEqualTo(B);
            assertThat(piece.path()).isEqualTo("settings/staff-reminder");
        });
        assertThat(undone.conflicts()).singleElement().satisfies(piece -> {
            assertThat(piece.unit()).isEqualTo(C);
            assertThat(piece.version()).isEqualTo(2);
        });
        assertThat(settings.read(OPERATOR, B, StaffReminder.class).content().workingDays())
                .isEqualTo(9);
        assertThat(store.audit().newest(B, 1)).singleElement().satisfies(row -> assertThat(row.action())
                .isEqualTo("configuration.undo"));
        configurations.undo(OPERATOR, undone.changeSet());
        assertThat(settings.read(OPERATOR, B, StaffReminder.class).content().workingDays())
                .isEqualTo(5);
    }

    @Test
    void whoMayNotAtOneOfTheUnitsChangesNone() {
        save(A, new StaffReminder(true, 5));
        String text = "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":4}}}";
        assertThatThrownBy(() -> configurations.apply(OF_A, List.of(A, B), text, ALL))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> configurations.export(OF_A, B)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> configurations.undo(OF_A, UUID.randomUUID()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> configurations.undo(OPERATOR, UUID.randomUUID()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> configurations.apply(OPERATOR, List.of(), text, ALL))
                .isInstanceOf(RefusedException.class);
        UUID set = configurations
                .apply(OPERATOR, List.of(A, B), text, ALL)
                .changeSet()
                .orElseThrow();
        assertThatThrownBy(() -> configurations.undo(OF_A, set)).isInstanceOf(NotPermittedException.class);
        assertThat(configurations
                        .apply(OF_A, List.of(A), configurations.export(OPERATOR, C), ALL)
                        .differences())
                .extracting(Difference::unit)
                .containsOnly(A);
    }

    @Test
    void theSchemaNamesWhateverIsExported() {
        String exported = configurations.export(OPERATOR, A);
        String schema = configurations.schema();
        assertThat(schema).contains("https://json-schema.org/draft/2020-12/schema");
        settings.sections(OPERATOR, A).forEach(section -> {
            assertThat(schema).contains("\"" + section.key() + "\"");
            assertThat(exported).contains("\"" + section.key() + "\":null");
        });
    }

    private void save(HsaId unit, Section section) {
        settings.save(
                OPERATOR,
                unit,
                section,
                settings.read(OPERATOR, unit, section.getClass()).version());
    }
}
