package org.careunit.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.careunit.access.internal.DirectoryEntries.NUMBER;
import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.access.internal.checks.EmploymentCheck;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.PermissionFinding;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Scope;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What registering, locking and dating promise, on every database. */
abstract class ColleaguesContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER_UNIT = new HsaId("SE1111111111-UNIT2");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final StaffId CIA = new StaffId("SE1111111111-CIA");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor AS_ANNA = new Actor.Staff(ANNA);
    private static final Actor AS_BO = new Actor.Staff(BO);
    private static final Map<Permission, GrantPeriod> HANDLER = Map.of(CASE_HANDLER, GrantPeriod.ALWAYS);

    private final FakeDirectory directory = new FakeDirectory();
    private TestStore store;
    private AccessComponent access;
    private Instant now;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        now = store.clock().instant();
        for (HsaId unit : List.of(UNIT, OTHER_UNIT)) {
            store.units().add(new CareUnit(unit, new CountyCode("01"), "Mottagning", CareUnit.State.OPEN));
            access.assign(OPERATOR, unit, ANNA, Set.of(UNIT_ADMINISTRATOR));
        }
        access.setDirectory(directory);
        List.of(ANNA, BO, CIA)
                .forEach(staff ->
                        directory.add(DirectoryEntries.entry(staff, Optional.empty(), Optional.empty(), false)));
    }

    @AfterEach
    void closeStore() {
        access.close();
        store.close();
    }

    @Test
    void aColleagueIsLookedUpAndRegisteredOnce() {
        DirectoryEntries.add(directory, BO, Optional.empty());
        assertThat(access.lookUp(AS_ANNA, UNIT, NUMBER).found()).singleElement().satisfies(bo -> {
            assertThat(bo.staff()).isEqualTo(BO);
            assertThat(bo.account()).isFalse();
            assertThat(bo.here()).isEmpty();
        });
        assertThat(access.register(AS_ANNA, UNIT, " 189001189811 ", Optional.empty(), HANDLER))
                .isEqualTo(new StaffAtUnit(BO, UNIT, Set.of(CASE_HANDLER)));
        assertThat(access.lookUp(AS_ANNA, OTHER_UNIT, NUMBER).found())
                .singleElement()
                .satisfies(bo -> {
                    assertThat(bo.account()).isTrue();
                    assertThat(bo.here()).isEmpty();
                });
        assertRefused("assign the permissions", () -> register(Optional.empty()));
        access.assign(AS_ANNA, OTHER_UNIT, BO, HANDLER);
        assertThat(access.unitsOf(AS_BO)).containsExactly(UNIT, OTHER_UNIT);
        assertThat(store.accounts().find(BO).orElseThrow().number().orElseThrow())
                .hasSize(64)
                .doesNotContain("9811");
    }

    @Test
    void ofSeveralHsaIdsOneIsPicked() {
        DirectoryEntries.add(directory, BO, Optional.empty());
        DirectoryEntries.add(directory, CIA, Optional.empty());
        assertRefused("pick one of [SE1111111111-BO, SE1111111111-CIA]", () -> register(Optional.empty()));
        assertRefused("pick one of", () -> register(Optional.of(ANNA)));
        assertThat(register(Optional.of(CIA)).staff()).isEqualTo(CIA);
        assertThat(register(Optional.of(BO)).staff()).isEqualTo(BO);
    }

    @Test
    void whomTheDirectoryDoesNotEmployIsNotRegistered() {
        assertRefused("knows nobody", () -> register(Optional.empty()));
        DirectoryEntries.add(directory, BO, Optional.of(now.minusSeconds(1)));
        assertRefused("knows nobody", () -> register(Optional.empty()));
        assertRefused("has no account", () -> access.assign(AS_ANNA, UNIT, BO, HANDLER));
        directory.setDown(true);
        assertThatThrownBy(() -> register(Optional.empty())).isInstanceOf(UnavailableException.class);
        access.unsetDirectory(directory);
        assertThatThrownBy(() -> access.lookUp(AS_ANNA, UNIT, NUMBER)).isInstanceOf(UnavailableException.class);
        assertThat(store.accounts().find(BO)).isEmpty();
        assertThat(access.atUnit(AS_ANNA, UNIT)).hasSize(1);
    }

    @Test
    void whoIsNotPermittedRegistersNobody() {
        DirectoryEntries.add(directory, CIA, Optional.empty());
        access.assign(OPERATOR, UNIT, BO, Set.of(Permission.PERMISSION_ADMINISTRATOR));
        Map<Permission, GrantPeriod> reviewer = Map.of(Permission.REVIEWER, GrantPeriod.ALWAYS);
        assertThatThrownBy(() -> access.register(AS_BO, UNIT, NUMBER, Optional.empty(), reviewer))
                .isInstanceOf(NotPermittedException.class);
        assertThat(store.accounts().find(CIA)).isEmpty();
        assertThatThrownBy(() -> access.lock(AS_BO, UNIT, ANNA)).isInstanceOf(NotPermittedException.class);
        assertThat(access.register(AS_BO, UNIT, NUMBER, Optional.empty(), HANDLER)
                        .staff())
                .isEqualTo(CIA);
    }

    @Test
    void whatTheDirectoryCannotSayNowRegistersNobody() {
        DirectoryEntries.add(directory, BO, Optional.empty());
        directory.setStale(true);
        assertThat(access.lookUp(AS_ANNA, UNIT, NUMBER).stale()).isTrue();
        assertThatThrownBy(() -> register(Optional.empty()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("try again when it answers");
        assertThat(store.accounts().find(BO)).isEmpty();
        directory.setStale(false);
        assertThat(register(Optional.empty()).staff()).isEqualTo(BO);
    }

    @Test
    void whoIsFoundByAnOlderSecretIsKeptByTheNewest() {
        DirectoryEntries.add(directory, BO, Optional.empty());
        register(Optional.empty());
        directory.remove(BO);
        AccessComponent after = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                new Rotated(),
                store.changes(),
                store.clock());
        after.setDirectory(directory);
        assertThat(after.lookUp(AS_ANNA, UNIT, NUMBER).found()).singleElement().satisfies(bo -> assertThat(bo.account())
                .isTrue());
        assertThat(store.accounts().find(BO).orElseThrow().number()).contains("f".repeat(64));
        assertThat(after.lookUp(AS_ANNA, UNIT, NUMBER).found()).hasSize(1);
        after.close();
    }

    @Test
    void removingSomebodyLockedIsForThoseWhoMayUnlockThem() {
        access.assign(OPERATOR, UNIT, BO, Set.of(Permission.PERMISSION_ADMINISTRATOR));
        access.assign(OPERATOR, UNIT, CIA, HANDLER);
        access.lock(AS_ANNA, UNIT, CIA);
        assertThatThrownBy(() -> access.remove(AS_BO, UNIT, CIA)).isInstanceOf(NotPermittedException.class);
        assertThat(access.assign(AS_BO, UNIT, CIA, Set.of(CASE_RECEIVER)).locked())
                .isTrue();
        access.remove(AS_ANNA, UNIT, CIA);
        assertThat(access.assign(AS_BO, UNIT, CIA, HANDLER).locked()).isFalse();
    }

    @Test
    void whoIsLockedIsListedWithoutEffectThereAlone() {
        access.assign(OPERATOR, UNIT, BO, HANDLER);
        access.assign(OPERATOR, OTHER_UNIT, BO, HANDLER);
        assertThat(access.lock(AS_ANNA, UNIT, BO).locked()).isTrue();
        access.lock(AS_ANNA, UNIT, BO);
        assertThat(access.unitsOf(AS_BO)).containsExactly(OTHER_UNIT);
        assertThat(access.atUnit(AS_ANNA, UNIT)).hasSize(2);
        assertThat(access.assign(AS_ANNA, UNIT, BO, Set.of(CASE_RECEIVER)).locked())
                .isTrue();
        assertThat(access.reactivate(AS_ANNA, UNIT, BO).locked()).isFalse();
        assertThat(access.unitsOf(AS_BO)).containsExactly(UNIT, OTHER_UNIT);
        assertRefused("has no permission", () -> access.lock(AS_ANNA, UNIT, CIA));
        assertThat(store.audit().newest(UNIT, 2))
                .extracting(row -> row.action())
                .containsExactly("account.reactivate", "permissions.change");
    }

    @Test
    void earlierPermissionsAreRestoredByThoseWhoMayGiveThem() {
        access.assign(OPERATOR, UNIT, BO, Set.of(CASE_HANDLER, UNIT_ADMINISTRATOR));
        access.assign(AS_ANNA, UNIT, BO, HANDLER);
        access.remove(AS_ANNA, UNIT, BO);
        assertThat(access.history(AS_ANNA, UNIT, BO))
                .extracting(Saved::version, Saved::actor, saved -> saved.content()
                        .orElseThrow()
                        .keySet())
                .containsExactly(
                        tuple(3L, AS_ANNA.label(), Set.of()),
                        tuple(2L, AS_ANNA.label(), Set.of(CASE_HANDLER)),
                        tuple(1L, OPERATOR.label(), Set.of(CASE_HANDLER, UNIT_ADMINISTRATOR)));
        access.assign(OPERATOR, UNIT, CIA, Set.of(Permission.PERMISSION_ADMINISTRATOR));
        Actor asCia = new Actor.Staff(CIA);
        assertThatThrownBy(() -> access.restore(asCia, UNIT, BO, 1)).isInstanceOf(NotPermittedException.class);
        assertThat(access.restore(asCia, UNIT, BO, 2).permissions()).containsExactly(CASE_HANDLER);
        assertThat(access.restore(AS_ANNA, UNIT, BO, 1).permissions()).hasSize(2);
        assertThat(access.restore(AS_ANNA, UNIT, BO, 3).grants()).isEmpty();
        assertThat(access.unitsOf(AS_BO)).isEmpty();
        assertRefused("There is no version 7", () -> access.restore(AS_ANNA, UNIT, BO, 7));
        assertThatThrownBy(() -> access.history(AS_BO, UNIT, ANNA)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void restoringTakesNoUnitItsLastAdministrator() {
        access.assign(AS_ANNA, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR, CASE_HANDLER));
        access.assign(OPERATOR, UNIT, BO, Set.of(UNIT_ADMINISTRATOR));
        access.assign(OPERATOR, UNIT, ANNA, HANDLER);
        access.restore(OPERATOR, UNIT, ANNA, 1);
        access.remove(OPERATOR, UNIT, BO);
        assertRefused("last unit administrator", () -> access.restore(OPERATOR, UNIT, ANNA, 3));
        assertThat(access.history(OPERATOR, UNIT, ANNA)).hasSize(4);
    }

    @Test
    void aClosedUnitIsReadAndNotChanged() {
        access.assign(OPERATOR, UNIT, BO, HANDLER);
        CareUnit open = store.units().find(UNIT).orElseThrow().unit();
        store.units().update(new CareUnit(UNIT, open.region(), open.name(), CareUnit.State.CLOSED), 1);
        Target unit = new Target.Unit(UNIT);
        assertRefused("is closed for good", () -> access.require(OPERATOR, Operation.CHANGE_UNIT, unit));
        assertRefused("is closed for good", () -> access.assign(AS_ANNA, UNIT, BO, Set.of(CASE_RECEIVER)));
        assertRefused("is closed for good", () -> access.remove(OPERATOR, UNIT, BO));
        assertRefused("is closed for good", () -> access.lock(AS_ANNA, UNIT, BO));
        assertThat(access.atUnit(AS_BO, UNIT)).hasSize(2);
        access.assign(AS_ANNA, OTHER_UNIT, BO, HANDLER);
    }

    @Test
    void theLastAdministratorIsNeitherLockedNorDated() {
        GrantPeriod ending = new GrantPeriod(Optional.empty(), Optional.of(now.plus(Duration.ofDays(1))));
        GrantPeriod later = new GrantPeriod(Optional.of(now.plus(Duration.ofDays(1))), Optional.empty());
        access.assign(OPERATOR, UNIT, BO, Map.of(UNIT_ADMINISTRATOR, ending));
        assertRefused("last unit administrator", () -> access.lock(OPERATOR, UNIT, ANNA));
        assertRefused("last unit administrator", () -> access.remove(OPERATOR, UNIT, ANNA));
        for (GrantPeriod period : List.of(ending, later)) {
            assertRefused(
                    "last unit administrator",
                    () -> access.assign(OPERATOR, UNIT, ANNA, Map.of(UNIT_ADMINISTRATOR, period)));
        }
        access.assign(OPERATOR, UNIT, BO, Set.of(UNIT_ADMINISTRATOR));
        access.lock(AS_BO, UNIT, ANNA);
        assertRefused("last unit administrator", () -> access.lock(OPERATOR, UNIT, BO));
    }

    @Test
    void permissionsBeginAndEndOnTime() {
        GrantPeriod gone = new GrantPeriod(Optional.empty(), Optional.of(now.minusSeconds(60)));
        GrantPeriod soon = new GrantPeriod(Optional.of(now.plusSeconds(600)), Optional.empty());
        GrantPeriod ending = new GrantPeriod(Optional.empty(), Optional.of(now.plusSeconds(60)));
        access.assign(OPERATOR, UNIT, BO, Map.of(CASE_RECEIVER, soon));
        assertThat(access.unitsOf(AS_BO)).isEmpty();
        assertRefused("is past", () -> access.assign(OPERATOR, UNIT, BO, Map.of(CASE_HANDLER, gone)));
        access.assign(OPERATOR, UNIT, BO, Map.of(CASE_HANDLER, ending, CASE_RECEIVER, soon));
        StaffAtUnit bo = access.atUnit(OPERATOR, UNIT).get(1);
        assertThat(bo.inEffectAt(now.plusSeconds(59))).containsExactly(CASE_HANDLER);
        assertThat(bo.inEffectAt(now.plusSeconds(60))).isEmpty();
        assertThat(bo.inEffectAt(now.plusSeconds(600))).containsExactly(CASE_RECEIVER);
    }

    @Test
    void theDailyCheckEndsWhatTheDirectoryEnded() {
        access.assign(OPERATOR, UNIT, BO, HANDLER);
        List.of(ANNA, BO, CIA).forEach(directory::remove);
        EmploymentCheck check = new EmploymentCheck(store.accounts(), store.jobs(), store.clock());
        Job job = new Job(EmploymentCheck.JOB, "", 0, now);
        assertThat(check.run(job)).isInstanceOf(JobOutcome.NotNow.class);
        check.setDirectory(directory);
        DirectoryEntries.add(directory, BO, Optional.of(now.minusSeconds(1)));
        assertThat(access.unitsOf(AS_BO)).containsExactly(UNIT);
        assertThat(check.run(job)).isInstanceOf(JobOutcome.Continue.class);
        assertThat(access.unitsOf(AS_BO)).isEmpty();
        assertThat(access.unitsOf(AS_ANNA)).as("unknown to the directory").hasSize(2);
        directory.setDown(true);
        assertThatThrownBy(() -> check.run(job)).isInstanceOf(UnavailableException.class);
        directory.setDown(false);
        DirectoryEntries.add(directory, BO, Optional.empty());
        check.run(job);
        assertThat(access.unitsOf(AS_BO)).containsExactly(UNIT);
    }

    @Test
    void whatIsToBeMendedIsTold() {
        assertThat(texts()).hasSize(3).anySatisfy(text -> assertThat(text).contains("bara en administratör"));
        GrantPeriod ending = new GrantPeriod(Optional.empty(), Optional.of(now.plus(Duration.ofDays(13))));
        access.assign(OPERATOR, UNIT, BO, Map.of(UNIT_ADMINISTRATOR, GrantPeriod.ALWAYS, CASE_RECEIVER, ending));
        access.assign(OPERATOR, UNIT, CIA, HANDLER);
        assertThat(texts()).singleElement().asString().startsWith("Behörigheten ärendemottagare upphör.");
        access.lock(OPERATOR, UNIT, CIA);
        assertThat(texts())
                .contains(
                        "Ingen på mottagningen har just nu behörigheten ärendehanterare.",
                        "Kontot är låst på mottagningen.");
        store.accounts().employment(ANNA, Optional.of(now.minusSeconds(1)));
        store.accounts().employment(BO, Optional.of(now.minusSeconds(1)));
        assertThat(access.findings(OPERATOR, UNIT).get(0)).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(PermissionFinding.Severity.ERROR);
            assertThat(finding.staff()).isEmpty();
            assertThat(finding.problem().code()).isEqualTo("access.nobody-with-permission");
            assertThat(finding.text())
                    .isEqualTo("Ingen på mottagningen har just nu behörigheten administratör för mottagningen.");
        });
    }

    private List<String> texts() {
        return access.findings(OPERATOR, UNIT).stream()
                .map(PermissionFinding::text)
                .toList();
    }

    @Test
    void regionalAdministratorsAreMadeListedAndUnmade() {
        CountyCode region = new CountyCode("01");
        access.makeRegionalAdministrator(OPERATOR, region, CIA);
        assertThat(access.regionalAdministrators(OPERATOR, region)).containsExactly(CIA);
        assertThatThrownBy(() -> access.regionalAdministrators(AS_ANNA, region))
                .isInstanceOf(NotPermittedException.class);
        access.removeRegionalAdministrator(OPERATOR, region, CIA);
        assertRefused("is not an administrator", () -> access.removeRegionalAdministrator(OPERATOR, region, CIA));
        assertThat(store.audit().newest(Scope.region("01"), 3))
                .extracting(row -> row.action())
                .containsExactly("region-administrator.remove", "access.refused", "region-administrator.make");
    }

    private StaffAtUnit register(Optional<StaffId> picked) {
        return access.register(AS_ANNA, UNIT, NUMBER, picked, HANDLER);
    }

    /** The secrets after one more was added. */
    private final class Rotated implements Pseudonyms {

        @Override
        public String of(Purpose purpose, String text) {
            return "f".repeat(64);
        }

        @Override
        public List<String> all(Purpose purpose, String text) {
            return List.of(of(purpose, text), store.pseudonyms().of(purpose, text));
        }
    }

    private static void assertRefused(String why, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("9811");
    }
}
