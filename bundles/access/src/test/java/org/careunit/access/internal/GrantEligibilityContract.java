package org.careunit.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.PERMISSION_ADMINISTRATOR;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the directory has to say before something new is granted to an HSA-id, on every database. */
abstract class GrantEligibilityContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER_UNIT = new HsaId("SE1111111111-UNIT2");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor OPERATOR = new Actor.Operator("test");

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
        access.setDirectory(directory);
        now = store.clock().instant();
        store.units().add(new CareUnit(UNIT, REGION, "Mottagning", CareUnit.State.OPEN));
        store.units().add(new CareUnit(OTHER_UNIT, REGION, "Mottagning", CareUnit.State.OPEN));
    }

    @AfterEach
    void closeStore() {
        access.close();
        store.close();
    }

    @Test
    void whomTheDirectoryDoesNotKnowGetsNoAccount() {
        assertRefused("does not know SE1111111111-BO", this::assign);
        assertRefused("does not know", () -> access.makeRegionalAdministrator(OPERATOR, REGION, BO));
        assertThat(store.accounts().find(BO)).isEmpty();
        assertThat(store.audit().newest(UNIT, 9)).isEmpty();
        say(Optional.empty(), Optional.empty(), false);
        assertThat(assign().permissions()).containsExactly(CASE_HANDLER);
        assertThat(store.audit().newest(UNIT, 9)).hasSize(1);
    }

    @Test
    void whoIsNotEmployedNowOrWhoseDatesCannotBeReadGetsNothingNew() {
        say(Optional.empty(), Optional.of(now), false);
        assertRefused("the employment has ended", this::assign);
        say(Optional.of(now.plus(Duration.ofDays(40))), Optional.empty(), false);
        assertRefused("the employment begins on 20", this::assign);
        say(Optional.empty(), Optional.empty(), true);
        assertRefused("cannot be read", this::assign);
        say(Optional.of(now), Optional.of(now.plusSeconds(60)), false);
        assign();
        assertThat(store.accounts().find(BO).orElseThrow().employedUntil()).contains(now.plusSeconds(60));
    }

    @Test
    void aDirectoryThatIsDownMakesNoAccount() {
        directory.setDown(true);
        assertThatThrownBy(this::assign).isInstanceOf(UnavailableException.class);
        directory.setDown(false);
        directory.setStale(true);
        say(Optional.empty(), Optional.empty(), false);
        assertThatThrownBy(this::assign)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("try again when it answers");
        assertThatThrownBy(() -> access.makeRegionalAdministrator(OPERATOR, REGION, BO))
                .isInstanceOf(UnavailableException.class);
        assertThat(store.accounts().find(BO)).isEmpty();
    }

    @Test
    void anAccountGetsNothingNewOnceTheDirectoryDoesNotKnowItButKeepsAndLosesWhatItHad() {
        say(Optional.empty(), Optional.empty(), false);
        access.assign(OPERATOR, UNIT, BO, Set.of(CASE_HANDLER, CASE_RECEIVER));
        GrantPeriod ending = new GrantPeriod(Optional.empty(), Optional.of(now.plusSeconds(600)));
        directory.remove(BO);
        assertRefused("does not know", () -> access.assign(OPERATOR, OTHER_UNIT, BO, Set.of(CASE_HANDLER)));
        assertThat(access.assign(OPERATOR, UNIT, BO, Map.of(CASE_HANDLER, ending))
                        .permissions())
                .containsExactly(CASE_HANDLER);
        assertRefused("does not know", this::assign);
        GrantPeriod later = new GrantPeriod(Optional.of(now.plusSeconds(300)), ending.until());
        access.assign(OPERATOR, UNIT, BO, Map.of(CASE_HANDLER, later));
        assertRefused("does not know", () -> access.assign(OPERATOR, UNIT, BO, Map.of(CASE_HANDLER, ending)));
        access.remove(OPERATOR, UNIT, BO);
        assertRefused("does not know", () -> access.restore(OPERATOR, UNIT, BO, 1));
    }

    @Test
    void anAccountGetsMoreWhileTheDirectoryIsDown() {
        say(Optional.empty(), Optional.empty(), false);
        assign();
        directory.setDown(true);
        assertThat(access.assign(OPERATOR, OTHER_UNIT, BO, Set.of(UNIT_ADMINISTRATOR))
                        .permissions())
                .containsExactly(UNIT_ADMINISTRATOR);
        access.makeRegionalAdministrator(OPERATOR, REGION, BO);
        directory.setDown(false);
        directory.setStale(true);
        say(Optional.empty(), Optional.of(now), false);
        assertRefused("has ended", () -> access.assign(OPERATOR, UNIT, BO, Set.of(UNIT_ADMINISTRATOR)));
    }

    @Test
    void withoutADirectoryTheFirstAreMadeAndTheTrailSaysThatNobodyWasAsked() {
        directory.setSetUp(false);
        assign();
        assertThat(store.audit().newest(UNIT, 9))
                .extracting(row -> row.action())
                .containsExactly("permissions.change", "account.unchecked");
        access.unsetDirectory(directory);
        access.makeRegionalAdministrator(OPERATOR, REGION, new StaffId("SE1111111111-CIA"));
        assertThat(store.audit().newest(Scope.region("01"), 9))
                .extracting(row -> row.action())
                .containsExactly("region-administrator.make", "account.unchecked");
    }

    @Test
    void whoMayNotGrantItIsToldSoBeforeAnythingOfTheDirectoryOrTheAccounts() {
        say(Optional.empty(), Optional.empty(), false);
        access.assign(OPERATOR, UNIT, BO, Set.of(PERMISSION_ADMINISTRATOR));
        Actor administrator = new Actor.Staff(BO);
        StaffId unknown = new StaffId("SE1111111111-DAN");
        assertThatThrownBy(() -> access.assign(administrator, UNIT, unknown, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class);
        directory.setDown(true);
        assertThatThrownBy(() -> access.assign(administrator, UNIT, unknown, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class);
    }

    private StaffAtUnit assign() {
        return access.assign(OPERATOR, UNIT, BO, Set.of(CASE_HANDLER));
    }

    private void say(Optional<Instant> from, Optional<Instant> until, boolean unreadable) {
        directory.put(BO, DirectoryEntries.entry(BO, from, until, unreadable));
    }

    private static void assertRefused(String why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageContaining(why);
    }
}
