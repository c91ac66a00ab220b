package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.testkit.UnitUnderTest;
import org.careunit.testkit.fakes.Canary;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what, as a host sees it. */
abstract class ActorChecks extends HostChecks {

    Stream<Arguments> operations() {
        return new ServiceOperations(careunit, unit)
                .all().entrySet().stream().map(door -> Arguments.of(door.getKey(), door.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void nobodyIsRefused(String door, Consumer<Actor> call) {
        assertThatThrownBy(() -> call.accept(null)).as(door).isInstanceOf(NotPermittedException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void aSystemActorOfTheHostsOwnIsRefused(String door, Consumer<Actor> call) {
        Actor.Internal own = () -> "system:mine";
        assertThatThrownBy(() -> call.accept(own)).as(door).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void nobodyIsPermittedNothing() {
        AccessControl access = service(AccessControl.class);
        for (Operation operation : Operation.values()) {
            assertThat(access.isPermitted(null, operation, new Target.Unit(unit.id())))
                    .as("%s", operation)
                    .isFalse();
        }
    }

    @Test
    void aResidentAsksForThemselvesAlone() {
        Resident other = resident().withPseudonym(Optional.of(new ResidentPseudonym("exempel-annan")));
        Offers offers = service(Offers.class);
        assertThat(offers.offer(RESIDENT, unit.id(), resident(), now()).types()).isNotEmpty();
        refused("access.not-permitted", () -> offers.offer(RESIDENT, unit.id(), other, now()));
    }

    @Test
    void aResidentReadsNoSettings() {
        refused("access.not-permitted", () -> service(UnitSettings.class).sections(RESIDENT, unit.id()));
    }

    @Test
    void aHandlerReadsSettingsAndChangesNone() {
        Actor handler = new Actor.Staff(unit.handler());
        UnitSettings settings = service(UnitSettings.class);
        long version =
                settings.read(handler, unit.id(), EmailNotification.class).version();
        RefusedException refused = refused(
                "access.not-permitted", () -> settings.save(handler, unit.id(), EmailNotification.OFF, version));
        assertThat(refused.getMessage()).contains("unit administrator");
        assertThat(settings.read(handler, unit.id(), EmailNotification.class).version())
                .isEqualTo(version);
    }

    @Test
    void aRefusalIsInTheAuditTrail() {
        Actor receiver = new Actor.Staff(unit.receiver());
        refused("access.not-permitted", () -> service(Units.class).open(receiver, unit.id()));
        assertThat(service(AuditTrails.class)
                        .read(OPERATOR, new Target.Unit(unit.id()), Instant.EPOCH, Instant.MAX, PageRequest.first(1000))
                        .rows())
                .filteredOn(row -> row.actor().equals(receiver.label()))
                .extracting(AuditRow::action)
                .contains("access.refused");
    }

    @Test
    void anAdministratorOfAnotherUnitIsRefused() {
        UnitUnderTest other = careunit.units().unit(id("OTHER").value()).open();
        refused("access.not-permitted", () -> service(UnitSettings.class).sections(other.asAdministrator(), unit.id()));
    }

    @Test
    void theHostRegistersAUnitAndMakesItsFirstAdministratorAlone() {
        HsaId joining = id("JOIN");
        StaffId first = new StaffId(joining.value() + "A");
        StaffId second = new StaffId(joining.value() + "B");
        careunit.directory().put(first, FakeDirectory.staff(first, "Anna", "Provsson"));
        careunit.directory().put(second, FakeDirectory.staff(second, "Bo", "Provsson"));
        CareUnit registered = service(Units.class).register(HOST, joining, STOCKHOLM, "Ny mottagning");
        assertThat(registered.state()).isEqualTo(CareUnit.State.REGISTERED);
        Permissions permissions = service(Permissions.class);
        Set<Permission> administrator = Set.of(Permission.UNIT_ADMINISTRATOR);
        assertThat(permissions.assign(HOST, joining, first, administrator).permissions())
                .isEqualTo(administrator);
        refused("access.not-permitted", () -> permissions.assign(HOST, joining, second, administrator));
        refused("access.not-permitted", () -> service(Units.class).open(HOST, joining));
    }

    @Test
    void theHostChangesNoSettings() {
        refused("access.not-permitted", () -> service(UnitSettings.class)
                .save(HOST, unit.id(), EmailNotification.OFF, 1));
    }

    @Test
    void anotherPersonsSettingsAreNobodysToChange() {
        refused("access.not-permitted", () -> service(PersonalSettings.class)
                .updateFromDirectory(administrator, unit.id(), unit.handler()));
    }

    @Test
    void anActorWithoutANameIsRefused() {
        refused("identity.actor", () -> new Actor.Host(" "));
        refused("identity.actor", () -> new Actor.Operator("x".repeat(101)));
    }

    @Test
    void aPersonalNumberIsNoPseudonym() {
        RefusedException refused =
                refused("identity.is-person-number", () -> new Actor.Resident(Canary.PERSON.number()));
        assertThat(Canary.PERSON.foundIn(refused.getMessage())).isEmpty();
    }

    @Test
    void somebodyWithoutPermissionHasNoUnits() {
        assertThat(service(Permissions.class).unitsOf(new Actor.Staff(nobody())))
                .isEmpty();
        assertThat(service(Permissions.class).unitsOf(administrator)).containsExactly(unit.id());
        assertThat(service(Permissions.class).unitsOf(HOST)).isEmpty();
    }
}
