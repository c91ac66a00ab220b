package org.careunit.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.PERMISSION_ADMINISTRATOR;
import static org.careunit.api.access.Permission.REVIEWER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.SystemActor;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What permissions and the rule promise, on every database. */
public abstract class AccessContract {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER_UNIT = new HsaId("SE1111111111-UNIT2");
    private static final HsaId NO_UNIT = new HsaId("SE1111111111-UNIT9");
    public static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final StaffId CIA = new StaffId("SE1111111111-CIA");
    /** Without an account. */
    private static final StaffId DORA = new StaffId("SE1111111111-DORA");

    private static final Actor HOST = new Actor.Host("onboarding");
    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor AS_ANNA = new Actor.Staff(ANNA);
    private static final Actor AS_BO = new Actor.Staff(BO);

    private TestStore store;
    private AccessComponent access;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        access = component();
        store.units().add(new CareUnit(UNIT, REGION, "Mottagning A", CareUnit.State.OPEN));
        List.of(ANNA, BO, CIA).forEach(staff -> store.accounts().add(staff, Optional.empty(), "operator:test"));
        store.units().add(new CareUnit(OTHER_UNIT, new CountyCode("03"), "Mottagning B", CareUnit.State.OPEN));
    }

    private AccessComponent component() {
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

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void anOperatorMakesTheFirstAdministratorWhoMakesTheRest() {
        access.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        StaffAtUnit bo = access.assign(AS_ANNA, UNIT, BO, Set.of(CASE_HANDLER, REVIEWER));
        assertThat(access.atUnit(AS_BO, UNIT))
                .containsExactly(new StaffAtUnit(ANNA, UNIT, Set.of(UNIT_ADMINISTRATOR)), bo);
        assertThat(access.unitsOf(AS_BO)).containsExactly(UNIT);
        assertThat(access.unitsOf(OPERATOR)).isEmpty();
        assertThat(store.audit().newest(UNIT, 1)).singleElement().satisfies(row -> {
            assertThat(row.actor()).isEqualTo("staff:SE1111111111-ANNA");
            assertThat(row.action()).isEqualTo("permissions.change");
            assertThat(row.text()).isEqualTo("SE1111111111-BO: from nothing to case-handler, reviewer");
        });
    }

    @Test
    public void theHostMakesAUnitsFirstAdministratorAndNothingElse() {
        assertThatThrownBy(() -> access.assign(HOST, UNIT, BO, Set.of(UNIT_ADMINISTRATOR, REVIEWER)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> access.assign(
                        HOST, UNIT, BO, until(store.clock().instant().plusSeconds(60))))
                .isInstanceOf(NotPermittedException.class);
        StaffAtUnit dora = access.assign(HOST, UNIT, DORA, Set.of(UNIT_ADMINISTRATOR));
        assertThat(access.atUnit(HOST, UNIT)).containsExactly(dora);
        assertThatThrownBy(() -> access.assign(HOST, UNIT, BO, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> access.remove(HOST, UNIT, DORA)).isInstanceOf(NotPermittedException.class);
        assertThat(access.atUnit(HOST, UNIT)).containsExactly(dora);
    }

    @Test
    public void anAdministratorWhoseDaysAreOverWasTheFirstAllTheSame() {
        Map<Permission, GrantPeriod> ended = until(store.clock().instant().minusSeconds(60));
        store.transactions().run(() -> store.grants().replace(UNIT, ANNA, ended, "operator:test"));
        assertThatThrownBy(() -> access.assign(HOST, UNIT, BO, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    public void anOperatorTurnsTheOnboardingRightOff() {
        access.setOnboarding(false);
        assertThat(access.isPermitted(HOST, Operation.REGISTER_UNIT, new Target.Region(REGION)))
                .isFalse();
        assertThatThrownBy(() -> access.assign(HOST, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageEndingWith("; the host may not, since its onboarding right is turned off");
        assertThat(access.isPermitted(OPERATOR, Operation.REGISTER_UNIT, new Target.Region(REGION)))
                .isTrue();
        access.setOnboarding(true);
        assertThat(access.isPermitted(HOST, Operation.REGISTER_UNIT, new Target.Region(REGION)))
                .isTrue();
    }

    @Test
    public void nobodyActsAsCareunitOrAsNobody() {
        Actor claimed = new Actor.Internal() {
            @Override
            public String label() {
                return "system:readiness";
            }
        };
        for (Actor unknown : Arrays.asList(null, claimed)) {
            assertThat(access.isPermitted(unknown, Operation.READ_UNIT, new Target.Unit(UNIT)))
                    .isFalse();
            assertThatThrownBy(() -> access.atUnit(unknown, UNIT))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessageStartingWith("An unknown actor (okänd aktör) may not read");
            assertThatThrownBy(() -> access.unitsOf(unknown)).isInstanceOf(NotPermittedException.class);
            assertThat(store.audit().newest(UNIT, 1)).singleElement().satisfies(row -> assertThat(row.actor())
                    .isEqualTo("unknown"));
        }
        assertThat(access.isPermitted(new SystemActor("test"), Operation.READ_UNIT, new Target.Unit(UNIT)))
                .isTrue();
    }

    private static Map<Permission, GrantPeriod> until(Instant end) {
        return Map.of(UNIT_ADMINISTRATOR, new GrantPeriod(Optional.empty(), Optional.of(end)));
    }

    @Test
    public void aRegionalAdministratorDecidesInTheirRegionAlone() {
        access.makeRegionalAdministrator(OPERATOR, REGION, BO);
        access.makeRegionalAdministrator(OPERATOR, REGION, BO);
        access.assign(AS_BO, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        assertThatThrownBy(() -> access.assign(AS_BO, OTHER_UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> access.makeRegionalAdministrator(AS_BO, REGION, ANNA))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("an operator (driftansvarig)");
    }

    @Test
    public void aRefusalNamesWhoMayChangesNothingAndIsInTheAuditTrail() {
        access.assign(OPERATOR, OTHER_UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        assertThatThrownBy(() -> access.assign(AS_ANNA, UNIT, BO, Set.of(CASE_HANDLER)))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("The staff member SE1111111111-ANNA may not make or unmake receivers and handlers"
                        + " (unit SE1111111111-UNIT1); who may: a unit administrator (administratör för mottagningen)"
                        + " of the unit, or a permission administrator (behörighetsadministratör) of the unit, or a"
                        + " regional administrator (regionadministratör) of its region, or an operator (driftansvarig)")
                .extracting(refused ->
                        ((NotPermittedException) refused).problems().get(0).swedish())
                .isEqualTo("Du har inte behörighet att göra det här. Det får bara göras av: administratör för "
                        + "mottagningen, behörighetsadministratör, regionadministratör, driftansvarig.");
        assertThat(access.atUnit(OPERATOR, UNIT)).isEmpty();
        assertThat(trail()).containsExactly("staff:SE1111111111-ANNA access.refused");
        assertThat(access.read()).singleElement().satisfies(figure -> assertThat(figure.value())
                .isEqualTo(1));
    }

    @Test
    public void onlyAskingLeavesNoTrace() {
        Target unit = new Target.Unit(UNIT);
        assertThat(access.isPermitted(AS_ANNA, Operation.READ_UNIT, unit)).isFalse();
        assertThat(trail()).isEmpty();
    }

    @Test
    public void aPermissionAdministratorMakesReceiversAndHandlersAndNothingElse() {
        access.assign(OPERATOR, UNIT, ANNA, Set.of(PERMISSION_ADMINISTRATOR));
        access.assign(OPERATOR, UNIT, CIA, Set.of(REVIEWER));
        access.assign(AS_ANNA, UNIT, BO, Set.of(CASE_RECEIVER));
        access.assign(AS_ANNA, UNIT, CIA, Set.of(REVIEWER, CASE_HANDLER));
        refusedToAnna(CIA, Set.of(CASE_HANDLER));
        refusedToAnna(BO, Set.of(CASE_RECEIVER, UNIT_ADMINISTRATOR));
        assertThatThrownBy(() -> access.remove(AS_ANNA, UNIT, CIA)).isInstanceOf(NotPermittedException.class);
        assertThat(trail()).startsWith("staff:SE1111111111-ANNA access.refused");
        access.remove(AS_ANNA, UNIT, BO);
        assertThat(store.grants().of(CIA).at(UNIT, store.clock().instant()))
                .containsExactlyInAnyOrder(REVIEWER, CASE_HANDLER);
        assertThat(store.grants().of(BO).units()).isEmpty();
    }

    private void refusedToAnna(StaffId staff, Set<Permission> permissions) {
        assertThatThrownBy(() -> access.assign(AS_ANNA, UNIT, staff, permissions))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("a unit administrator (administratör för mottagningen)")
                .hasMessageNotContaining("behörighetsadministratör");
    }

    @Test
    public void whatIsChangedHereHoldsHereAtOnce() {
        access.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        access.assign(OPERATOR, UNIT, BO, Set.of(UNIT_ADMINISTRATOR));
        assertThat(access.isPermitted(AS_BO, Operation.CHANGE_UNIT, new Target.Unit(UNIT)))
                .isTrue();
        access.remove(AS_ANNA, UNIT, BO);
        assertThat(access.isPermitted(AS_BO, Operation.CHANGE_UNIT, new Target.Unit(UNIT)))
                .isFalse();
    }

    @Test
    public void theLastAdministratorStays() {
        access.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR, CASE_HANDLER));
        assertThatThrownBy(() -> access.remove(OPERATOR, UNIT, ANNA))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is the last unit administrator (administratör för mottagningen)");
        assertThatThrownBy(() -> access.assign(AS_ANNA, UNIT, ANNA, Set.of(CASE_HANDLER)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("last unit administrator");
        access.assign(AS_ANNA, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        access.assign(AS_ANNA, UNIT, BO, Set.of(UNIT_ADMINISTRATOR));
        access.remove(AS_BO, UNIT, ANNA);
        assertThat(access.atUnit(AS_BO, UNIT)).containsExactly(new StaffAtUnit(BO, UNIT, Set.of(UNIT_ADMINISTRATOR)));
    }

    @Test
    public void whoWasUnmadeOnAnotherNodeCannotMakeThemselvesAnew() {
        access.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        access.assign(OPERATOR, UNIT, BO, Set.of(UNIT_ADMINISTRATOR));
        assertThat(access.unitsOf(AS_BO)).containsExactly(UNIT);
        component().remove(AS_ANNA, UNIT, BO);
        assertThatThrownBy(() -> access.assign(AS_BO, UNIT, BO, Set.of(UNIT_ADMINISTRATOR)))
                .isInstanceOf(NotPermittedException.class);
        assertThat(access.unitsOf(AS_BO)).isEmpty();
    }

    @Test
    public void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> access.assign(OPERATOR, UNIT, ANNA, Set.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at least one permission");
        assertThatThrownBy(() -> access.assign(OPERATOR, NO_UNIT, ANNA, Set.of(REVIEWER)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is no unit SE1111111111-UNIT9");
        assertThatThrownBy(() -> access.remove(OPERATOR, UNIT, ANNA))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("has no permission at");
    }

    @Test
    public void theSameAgainIsNoChange() {
        access.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        access.assign(OPERATOR, UNIT, ANNA, Set.of(UNIT_ADMINISTRATOR));
        assertThat(trail()).hasSize(1);
    }

    private List<String> trail() {
        return store.audit().newest(UNIT, 10).stream()
                .map((AuditTrail.Entry row) -> row.actor() + " " + row.action())
                .toList();
    }
}
