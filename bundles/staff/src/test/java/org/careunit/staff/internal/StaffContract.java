package org.careunit.staff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permission;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Saved.Change;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.staff.internal.checks.OwnSettingsCheck;
import org.careunit.storage.Scope;
import org.careunit.storage.SystemActor;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What personal settings promise, on every database, under the real access rules. */
abstract class StaffContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final Actor AS_ANNA = new Actor.Staff(ANNA);
    private static final Actor CAREUNIT = new SystemActor("notifications");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final DocumentId COPY = new DocumentId(Scope.unit(UNIT), "directory-copy", ANNA.value());
    private static final PersonalChoices CHOSEN = new PersonalChoices(
            Optional.of("Syster Test"),
            Optional.of("Hälsningar\nTest"),
            true,
            Optional.of(new EmailAddress("own@example.org")));
    private static final PersonalChoices MAIL =
            new PersonalChoices(Optional.empty(), Optional.empty(), true, Optional.empty());

    private TestStore store;
    private AccessComponent access;
    private final FakeDirectory directory = new FakeDirectory();
    private PersonalSettingsComponent settings;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        access.assign(OPERATOR, UNIT, ANNA, Set.of(Permission.CASE_HANDLER));
        settings = new PersonalSettingsComponent(
                access, access, store.units(), store.documents(), store.audit(), store.clock());
        settings.setDirectory(directory);
        directory.put(ANNA, entry(ANNA, "Testsson", false));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static UnitSettings namesAlone(UnitNames names) {
        return (UnitSettings) Proxy.newProxyInstance(
                UnitSettings.class.getClassLoader(), new Class<?>[] {UnitSettings.class}, (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("names");
                    return names;
                });
    }

    @Test
    void untilSomebodyChoosesTheDirectorysWordsHold() {
        Profile profile = settings.read(AS_ANNA, UNIT, ANNA);
        assertThat(profile.displayName()).isEqualTo("Test Testsson");
        assertThat(profile.signature()).isEqualTo("Test Testsson\nSjuksköterska");
        assertThat(profile.mail()).isEmpty();
        assertThat(profile.version()).isZero();
        assertThat(profile.directoryAsOf()).contains(FakeDirectory.AS_OF);
        assertThat(settings.signature(AS_ANNA, UNIT, ANNA, LocalDate.of(2026, 11, 23)))
                .isEqualTo("Test Testsson\nSjuksköterska\n2026-11-23");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T22:59:59Z, 2026-01-01",
        "2026-01-01T23:30:00Z, 2026-01-02",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T22:30:00Z, 2026-10-25",
        "2026-12-31T23:00:00Z, 2027-01-01"
    })
    void theDateUnderASignatureIsTheOneInSweden(Instant at, LocalDate day) {
        assertThat(settings.signature(AS_ANNA, UNIT, ANNA, at)).isEqualTo("Test Testsson\nSjuksköterska\n" + day);
    }

    @Test
    void whatSomebodyChoosesHoldsUntilTheyUpdateFromTheDirectory() {
        Profile saved = settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 0);
        assertThat(saved.displayName()).isEqualTo("Syster Test");
        assertThat(saved.signature()).isEqualTo("Hälsningar\nTest");
        assertThat(saved.mail()).contains(new EmailAddress("own@example.org"));
        assertThat(saved.version()).isEqualTo(1);
        assertThat(settings.read(AS_ANNA, UNIT, ANNA)).isEqualTo(saved);

        Profile updated = settings.updateFromDirectory(AS_ANNA, UNIT, ANNA);
        assertThat(updated.displayName()).isEqualTo("Test Testsson");
        assertThat(updated.choices()).isEqualTo(MAIL);
        assertThat(updated.mail()).contains(new EmailAddress("test.testsson@example.org"));
        assertThat(settings.updateFromDirectory(AS_ANNA, UNIT, ANNA).version()).isEqualTo(2);
        assertThat(store.audit().newest(UNIT, 1)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("personal-settings.change");
            assertThat(row.text()).isEqualTo("those of SE1111111111-ANNA: version 2");
        });
    }

    @Test
    void aDirectoryThatIsDownIsRemembered() {
        settings.save(AS_ANNA, UNIT, ANNA, MAIL, 0);
        Document copy = store.documents().current(COPY).orElseThrow();
        assertThat(copy.content().actor()).isEqualTo("system:staff");
        directory.setDown(true);
        Profile profile = settings.read(CAREUNIT, UNIT, ANNA);
        assertThat(profile.displayName()).isEqualTo("Test Testsson");
        assertThat(profile.mail()).contains(new EmailAddress("test.testsson@example.org"));
        assertThat(profile.directoryAsOf()).contains(copy.savedAt());
        settings.unsetDirectory(directory);
        assertThat(settings.read(CAREUNIT, UNIT, ANNA)).isEqualTo(profile);
        assertThat(settings.read()).singleElement().satisfies(figure -> assertThat(figure.value())
                .isEqualTo(2));
    }

    @Test
    void theCopyIsSavedOnlyWhenSomethingChanged() {
        settings.read(AS_ANNA, UNIT, ANNA);
        settings.read(AS_ANNA, UNIT, ANNA);
        assertThat(store.documents().history(COPY)).hasSize(1);
        directory.put(ANNA, entry(ANNA, "Nytestsson", false));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Nytestsson");
        assertThat(store.documents().history(COPY)).hasSize(2);
    }

    @Test
    void whomTheDirectoryNoLongerKnowsIsForgotten() {
        settings.read(AS_ANNA, UNIT, ANNA);
        directory.put(ANNA);
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("SE1111111111-ANNA");
        directory.setDown(true);
        Profile unknown = settings.read(AS_ANNA, UNIT, ANNA);
        assertThat(unknown.displayName()).isEqualTo("SE1111111111-ANNA");
        assertThat(unknown.signature()).isEqualTo("SE1111111111-ANNA");
        assertThat(unknown.directoryAsOf()).isEmpty();
        directory.setDown(false);
        directory.put(ANNA, entry(ANNA, "Testsson", false));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Testsson");
    }

    @Test
    void aCopyOfANewerShapeIsReadAndLeftAlone() {
        store.documents().save(COPY, 0, Content.published(2, "{\"name\":\"Test Nyare\",\"other\":1}", "system:staff"));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Testsson");
        directory.setDown(true);
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Nyare");
        assertThat(store.documents().history(COPY)).hasSize(1);
    }

    @Test
    void aProtectedPersonSignsAsTheUnitAndIsToldWhereTheyChose() {
        directory.put(ANNA, entry(ANNA, "Testsson", true));
        settings.save(AS_ANNA, UNIT, ANNA, MAIL, 0);
        Profile profile = settings.read(CAREUNIT, UNIT, ANNA);
        assertThat(profile.confidential()).isTrue();
        assertThat(profile.signature()).isEqualTo("Mottagning A");
        settings.setUnitSettings(namesAlone(new UnitNames(Optional.empty(), Optional.of("EK:s namn"))));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).signature()).isEqualTo("EK:s namn");
        settings.setUnitSettings(namesAlone(new UnitNames(Optional.of("Egna namnet"), Optional.of("EK:s namn"))));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).signature()).isEqualTo("Egna namnet");
        assertThat(profile.mail()).isEmpty();
        assertThat(store.documents().current(COPY).orElseThrow().content().json())
                .doesNotContain("@");
        assertThat(settings.save(AS_ANNA, UNIT, ANNA, CHOSEN.withConfirmedSignature(), 1)
                        .mail())
                .contains(new EmailAddress("own@example.org"));
    }

    @Test
    void oneProtectedEntryProtectsAPersonWithSeveral() {
        directory.put(ANNA, entry(ANNA, "Testsson", false), entry(ANNA, "Testsson", true));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).confidential()).isTrue();
    }

    @Test
    void theFirstEntryWhoseEmploymentHoldsIsUsed() {
        Optional<Instant> past = Optional.of(Instant.EPOCH);
        directory.put(ANNA, entry(ANNA, "Forra", false, past), entry(ANNA, "Nu", false), entry(ANNA, "Sen", false));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Nu");
        directory.put(ANNA, entry(ANNA, "Forra", false, past));
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Forra");
    }

    @Test
    void aStaleVersionIsAConflict() {
        settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 0);
        assertThatThrownBy(() -> settings.save(AS_ANNA, UNIT, ANNA, MAIL, 0))
                .isInstanceOfSatisfying(ConflictException.class, both -> {
                    assertThat(both.refused()).contains(MAIL);
                    assertThat(both.current()).contains(new Versioned<>(CHOSEN, 1));
                    assertThat(both)
                            .hasMessageContaining("not at version 0 any more")
                            .hasMessageNotContaining("@");
                });
        assertThatThrownBy(() -> settings.restore(AS_ANNA, UNIT, ANNA, 0, 0)).isInstanceOf(ConflictException.class);
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).choices()).isEqualTo(CHOSEN);
    }

    @Test
    void everyVersionIsKeptWithWhatItChangedAndIsRestored() {
        assertThat(settings.history(AS_ANNA, UNIT, ANNA)).isEmpty();
        settings.save(AS_ANNA, UNIT, ANNA, MAIL, 0);
        settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 1);
        Profile restored = settings.restore(AS_ANNA, UNIT, ANNA, 1, 2);
        assertThat(restored.choices()).isEqualTo(MAIL);
        assertThat(restored.version()).isEqualTo(3);
        assertThat(settings.restore(AS_ANNA, UNIT, ANNA, 0, 3).choices()).isEqualTo(PersonalChoices.NONE);

        List<Saved<PersonalChoices>> history = settings.history(AS_ANNA, UNIT, ANNA);
        assertThat(history).extracting(Saved::version).containsExactly(4L, 3L, 2L, 1L);
        assertThat(history)
                .extracting(Saved::content)
                .containsExactly(Optional.empty(), Optional.of(MAIL), Optional.of(CHOSEN), Optional.of(MAIL));
        assertThat(history.get(2).changes())
                .contains(new Change("/displayName", Optional.empty(), Optional.of("\"Syster Test\"")))
                .hasSize(3);
        assertThat(history.get(0).changes())
                .containsExactly(new Change("/mailWhenGiven", Optional.of("true"), Optional.empty()));
        assertThat(history.get(0).actor()).isEqualTo(AS_ANNA.label());
        assertThat(store.audit().newest(UNIT, 2))
                .extracting(AuditTrail.Entry::text)
                .containsExactly(
                        "those of SE1111111111-ANNA: version 4, as version 0",
                        "those of SE1111111111-ANNA: version 3, as version 1");
    }

    @Test
    void whatWasGivenUpIsChosenAgain() {
        settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 0);
        settings.restore(AS_ANNA, UNIT, ANNA, 0, 1);
        assertThat(settings.read(AS_ANNA, UNIT, ANNA).displayName()).isEqualTo("Test Testsson");
        assertThat(settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 2).version()).isEqualTo(3);
        assertThatThrownBy(() -> settings.restore(AS_ANNA, UNIT, ANNA, 9, 3))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no version 9");
        assertThatThrownBy(() -> settings.history(OPERATOR, UNIT, ANNA)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> settings.restore(CAREUNIT, UNIT, ANNA, 1, 3))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void onlyAnOperatorSeesThatSomethingWasChosen() {
        settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 0);
        PersonalSupport support = new PersonalSupport(access, settings, store.units(), store.accounts());
        assertThatThrownBy(() -> support.summary(AS_ANNA, UNIT, ANNA)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> support.history(AS_ANNA, UNIT, ANNA)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void onlyThePersonChangesAndOnlyCareunitReadsBeside() {
        assertThatThrownBy(() -> settings.read(OPERATOR, UNIT, ANNA)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> settings.read(new Actor.Staff(BO), UNIT, ANNA))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("the person alone (personen själv)");
        assertThatThrownBy(() -> settings.save(CAREUNIT, UNIT, ANNA, CHOSEN, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> settings.updateFromDirectory(CAREUNIT, UNIT, ANNA))
                .isInstanceOf(NotPermittedException.class);
        assertThat(store.audit().newest(UNIT, 4))
                .allSatisfy(row -> assertThat(row.action()).isEqualTo("access.refused"));
        assertThat(settings.read(CAREUNIT, UNIT, ANNA).version()).isZero();
    }

    @Test
    void whoHasNoPermissionAtTheUnitHasNoSettingsThere() {
        access.makeRegionalAdministrator(OPERATOR, new CountyCode("01"), BO);
        Actor regional = new Actor.Staff(BO);
        assertThat(settings.read(regional, UNIT, BO).choices()).isEqualTo(PersonalChoices.NONE);
        assertThatThrownBy(() -> settings.save(regional, UNIT, BO, CHOSEN, 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has no permission at");
    }

    @Test
    void aNumberForSmsIsCheckedAndThatNoSmsGoesOutIsTold() {
        TelephoneNumber number = new TelephoneNumber("+46701234567");
        PersonalChoices sms = PersonalChoices.NONE.withSms(number);
        assertThatThrownBy(() -> settings.save(AS_ANNA, UNIT, ANNA, sms, 0)).isInstanceOf(UnavailableException.class);
        settings.setNumbers(written -> {
            if (written.equals(number.e164())) {
                return number;
            }
            throw ValueProblem.NULL_ITEM.refused();
        });
        assertThatThrownBy(() -> settings.save(
                        AS_ANNA, UNIT, ANNA, PersonalChoices.NONE.withSms(new TelephoneNumber("+4600000")), 0))
                .isInstanceOf(RefusedException.class);
        Profile saved = settings.save(AS_ANNA, UNIT, ANNA, sms, 0);
        assertThat(saved.sms()).contains(number);
        assertThat(saved.notes()).singleElement().asString().contains("inga sms skickas");
        assertThat(settings.updateFromDirectory(AS_ANNA, UNIT, ANNA)).isEqualTo(saved);
        assertThat(saved.choices())
                .hasToString(saved.choices().toString())
                .asString()
                .doesNotContain("701234567");
    }

    @Test
    void aProtectedPersonConfirmsTheirSignatureAndTellsNoWayToReachThem() {
        directory.put(ANNA, entry(ANNA, "Testsson", true));
        PersonalChoices own = new PersonalChoices(Optional.empty(), Optional.of("Syster A"), false, Optional.empty());
        assertThatThrownBy(() -> settings.save(AS_ANNA, UNIT, ANNA, own, 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("signatureConfirmed");
        for (String telling : List.of("Ring 08-123 456 78", "Skriv till a@example.org")) {
            PersonalChoices choices =
                    new PersonalChoices(Optional.empty(), Optional.of(telling), false, Optional.empty());
            assertThatThrownBy(() -> settings.save(AS_ANNA, UNIT, ANNA, choices.withConfirmedSignature(), 0))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("telephone number");
        }
        assertThat(settings.save(AS_ANNA, UNIT, ANNA, own.withConfirmedSignature(), 0)
                        .signature())
                .isEqualTo("Syster A");
    }

    @Test
    void aSignatureFromBeforeTheProtectionIsNotShown() {
        settings.save(AS_ANNA, UNIT, ANNA, CHOSEN, 0);
        directory.put(ANNA, entry(ANNA, "Testsson", true));
        Profile profile = settings.read(AS_ANNA, UNIT, ANNA);
        assertThat(profile.signature()).isEqualTo("Mottagning A");
        assertThat(profile.notes()).singleElement().asString().contains("identitet är skyddad");
        assertThatThrownBy(() -> settings.restore(AS_ANNA, UNIT, ANNA, 1, 1)).isInstanceOf(RefusedException.class);
        assertThat(new PersonalSupport(access, settings, store.units(), store.accounts())
                        .summary(OPERATOR, UNIT, ANNA)
                        .maskedMail())
                .isEmpty();
    }

    @Test
    void aRefusalRepeatsNoPseudonym() {
        assertThatThrownBy(() -> settings.save(new Actor.Resident("r-1234"), UNIT, ANNA, CHOSEN, 0))
                .isInstanceOf(NotPermittedException.class)
                .message()
                .doesNotContain("r-1234");
        assertThatThrownBy(() -> settings.save(new SystemActor("hemlig"), UNIT, ANNA, CHOSEN, 0))
                .isInstanceOf(NotPermittedException.class)
                .message()
                .doesNotContain("hemlig");
    }

    @Test
    void theChecklistAsksWhoeverReadsItForTheirSettingsAndListsTheOthers() {
        access.assign(OPERATOR, UNIT, BO, Set.of(Permission.CASE_RECEIVER));
        OwnSettingsCheck check = new OwnSettingsCheck(access, store.documents(), store.clock());
        CheckRequest anna = new CheckRequest(UNIT, Optional.of(ANNA));
        assertThat(check.check(anna).status()).isEqualTo(CheckStatus.NOT_DONE);
        assertThat(check.check(anna).problems())
                .extracting(Problem::code, Problem::swedish)
                .containsExactly(
                        tuple("staff.own-settings-open", "Gör dina personliga inställningar och spara dem."),
                        tuple(
                                "staff.others-open",
                                "De här har inte sparat sina personliga inställningar: SE1111111111-BO."));
        settings.save(AS_ANNA, UNIT, ANNA, PersonalChoices.NONE, 0);
        assertThat(check.check(anna).status()).isEqualTo(CheckStatus.DONE);
        assertThat(check.check(anna).reasons())
                .containsExactly("De här har inte sparat sina personliga inställningar: SE1111111111-BO.");
        assertThat(check.check(new CheckRequest(UNIT, Optional.empty())).status())
                .isEqualTo(CheckStatus.NOT_NEEDED);
    }

    private static StaffEntry entry(StaffId id, String surname, boolean confidential) {
        return entry(id, surname, confidential, Optional.empty());
    }

    private static StaffEntry entry(StaffId id, String surname, boolean confidential, Optional<Instant> until) {
        return new StaffEntry(
                id,
                Optional.of("Test"),
                Optional.of(surname),
                Optional.of("Sjuksköterska"),
                Optional.of(new EmailAddress("test." + surname.toLowerCase(Locale.ROOT) + "@example.org")),
                Optional.empty(),
                confidential,
                Optional.empty(),
                until);
    }
}
