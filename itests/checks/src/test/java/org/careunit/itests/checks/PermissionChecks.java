package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.Colleague;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.PermissionFinding;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.UnitUnderTest;
import org.careunit.testkit.fakes.Canary;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Test;

/** Who may be what at a unit. */
abstract class PermissionChecks extends HostChecks {

    private static final Set<Permission> HANDLER = Set.of(Permission.CASE_HANDLER);

    private Permissions permissions() {
        return service(Permissions.class);
    }

    private StaffId known(String suffix) {
        StaffId staff = new StaffId(unit.id().value() + suffix);
        careunit.directory().put(staff, FakeDirectory.staff(staff, "Gun", "Provsson"));
        return staff;
    }

    @Test
    void aColleagueIsLookedUpRegisteredAndAssigned() {
        StaffId staff = known("REG");
        careunit.directory().know(new PersonNumber(Canary.PERSON.number()), staff);
        List<Colleague> found = permissions()
                .lookUp(administrator, unit.id(), "18900118\u2013 9811")
                .found();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.staff()).isEqualTo(staff);
            assertThat(one.account()).isFalse();
        });
        Map<Permission, GrantPeriod> handler = StaffAtUnit.always(HANDLER);
        permissions().register(administrator, unit.id(), "18900118-9811", Optional.empty(), handler);
        refused("access.has-account", () -> permissions()
                .register(administrator, unit.id(), "18900118-9811", Optional.empty(), handler));
        assertThat(permissions()
                        .lookUp(administrator, unit.id(), "189001189811")
                        .found())
                .allMatch(Colleague::account);
    }

    @Test
    void whatIsNoNumberIsRefusedAndNotRepeated() {
        for (String number : List.of("", "18900118-9812", "189013189811", "hej", "1".repeat(10_000))) {
            RefusedException refused =
                    refused("access.person-number", () -> permissions().lookUp(administrator, unit.id(), number));
            assertThat(refused.getMessage()).doesNotContain("9812").doesNotContain("189013");
        }
    }

    @Test
    void somebodyWhomTheDirectoryDoesNotKnowIsGrantedNothing() {
        StaffId unknown = new StaffId(unit.id().value() + "UNKN");
        assertThatThrownBy(() -> permissions().assign(administrator, unit.id(), unknown, HANDLER))
                .isInstanceOf(RefusedException.class);
        assertThat(permissions().atUnit(administrator, unit.id()))
                .noneMatch(one -> one.staff().equals(unknown));
    }

    @Test
    void withoutTheDirectoryNobodyIsLookedUp() {
        careunit.directory().faults().set(Fault.UNAVAILABLE);
        try {
            assertThatThrownBy(() -> permissions().lookUp(administrator, unit.id(), "19121212-1212"))
                    .isInstanceOfSatisfying(UnavailableException.class, now -> assertThat(now.code())
                            .startsWith("unavailable."));
        } finally {
            careunit.directory().faults().mend();
        }
    }

    @Test
    void assigningTwiceChangesNothing() {
        StaffId staff = assigned("TWICE");
        permissions().assign(administrator, unit.id(), staff, HANDLER);
        assertThat(permissions().history(administrator, unit.id(), staff)).hasSize(1);
    }

    private StaffId assigned(String suffix) {
        StaffId staff = known(suffix);
        permissions().assign(OPERATOR, unit.id(), staff, HANDLER);
        return staff;
    }

    @Test
    void nothingIsNotAssignedButRemoved() {
        StaffId staff = assigned("NONE");
        refused("access.nothing-granted", () -> permissions().assign(administrator, unit.id(), staff, Set.of()));
        permissions().remove(administrator, unit.id(), staff);
        assertThat(permissions().atUnit(administrator, unit.id()))
                .noneMatch(one -> one.staff().equals(staff));
        refused("access.no-permission", () -> permissions().remove(administrator, unit.id(), staff));
    }

    @Test
    void theLastAdministratorStays() {
        UnitUnderTest other = careunit.units().unit(id("LAST").value()).open();
        Actor first = other.asAdministrator();
        StaffId second = permissions().atUnit(first, other.id()).stream()
                .filter(one -> one.permissions().contains(Permission.UNIT_ADMINISTRATOR))
                .map(StaffAtUnit::staff)
                .filter(one -> !one.equals(other.administrator()))
                .findFirst()
                .orElseThrow();
        permissions().lock(first, other.id(), second);
        String last = "access.last-administrator";
        refused(last, () -> permissions().lock(OPERATOR, other.id(), other.administrator()));
        refused(last, () -> permissions().remove(OPERATOR, other.id(), other.administrator()));
        refused(last, () -> permissions().assign(OPERATOR, other.id(), other.administrator(), HANDLER));
        permissions().reactivate(first, other.id(), second);
        permissions().remove(OPERATOR, other.id(), other.administrator());
        refused("access.not-permitted", () -> permissions().atUnit(first, other.id()));
    }

    @Test
    void aLockedHandlerMayNothingUntilReactivated() {
        StaffId staff = assigned("LOCK");
        Actor self = new Actor.Staff(staff);
        permissions().lock(administrator, unit.id(), staff);
        permissions().lock(administrator, unit.id(), staff);
        assertThat(permissions().unitsOf(self)).isEmpty();
        refused("access.not-permitted", () -> permissions().atUnit(self, unit.id()));
        permissions().reactivate(administrator, unit.id(), staff);
        assertThat(permissions().unitsOf(self)).containsExactly(unit.id());
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        refused(
                "value.period",
                () -> GrantPeriod.days(Optional.of(LocalDate.of(2026, 5, 2)), Optional.of(LocalDate.of(2026, 4, 30))));
    }

    @Test
    void aPeriodThatHasPassedIsRefusedAndOneToComeHasNoEffectYet() {
        StaffId staff = assigned("PERIOD");
        GrantPeriod past = GrantPeriod.days(Optional.empty(), Optional.of(LocalDate.of(2020, 1, 1)));
        refused("access.last-day-past", () -> permissions()
                .assign(administrator, unit.id(), staff, Map.of(Permission.CASE_HANDLER, past)));
        GrantPeriod later = GrantPeriod.days(Optional.of(LocalDate.of(2035, 1, 1)), Optional.empty());
        permissions().assign(administrator, unit.id(), staff, Map.of(Permission.CASE_HANDLER, later));
        assertThat(permissions().unitsOf(new Actor.Staff(staff))).isEmpty();
    }

    @Test
    void anEarlierVersionIsRestored() {
        StaffId staff = assigned("HIST");
        permissions().assign(administrator, unit.id(), staff, Set.of(Permission.REVIEWER));
        assertThat(permissions().restore(administrator, unit.id(), staff, 1).permissions())
                .isEqualTo(HANDLER);
        refused("access.no-version", () -> permissions().restore(administrator, unit.id(), staff, 99));
    }

    @Test
    void findingsHaveCodesAndNoPersons() {
        StaffId staff = assigned("FIND");
        careunit.directory().remove(staff);
        List<PermissionFinding> findings = permissions().findings(administrator, unit.id());
        assertThat(findings).allSatisfy(found -> {
            assertThat(found.problem().code()).startsWith("access.");
            assertThat(found.text()).isNotBlank().doesNotContain("Provsson");
        });
    }

    @Test
    void aRegionalAdministratorIsMadeOnceAndUnmade() {
        StaffId regional = known("REGIONAL");
        permissions().makeRegionalAdministrator(OPERATOR, unit.region(), regional);
        permissions().makeRegionalAdministrator(OPERATOR, unit.region(), regional);
        assertThat(permissions().regionalAdministrators(OPERATOR, unit.region()))
                .containsOnlyOnce(regional);
        assertThat(permissions().atUnit(new Actor.Staff(regional), unit.id())).isNotEmpty();
        permissions().removeRegionalAdministrator(OPERATOR, unit.region(), regional);
        refused("access.no-region-administrator", () -> permissions()
                .removeRegionalAdministrator(OPERATOR, unit.region(), regional));
    }
}
