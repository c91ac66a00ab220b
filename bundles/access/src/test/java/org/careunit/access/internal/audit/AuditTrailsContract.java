package org.careunit.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.access.internal.AccessComponent;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads which trail, on every database. */
abstract class AuditTrailsContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final HsaId OTHER = new HsaId("SE1111111111-UNIT2");
    private static final Target TRAIL = new Target.Unit(UNIT);
    private static final CountyCode REGION = new CountyCode("01");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final Actor REVIEWER = new Actor.Staff(new StaffId("SE1111111111-ANNA"));
    private static final Actor REGIONAL = new Actor.Staff(new StaffId("SE1111111111-BO"));
    private static final Instant END = Instant.parse("2999-01-01T00:00:00Z");

    private TestStore store;
    private AuditTrails trails;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        AccessComponent access = new AccessComponent(
                store.transactions(),
                store.units(),
                store.grants(),
                store.accounts(),
                store.audit(),
                store.pseudonyms(),
                store.changes(),
                store.clock());
        trails = new AuditTrailsComponent(access, store.audit());
        store.units().add(new CareUnit(UNIT, REGION, "Mottagning A", CareUnit.State.OPEN));
        store.transactions().run(() -> store.grants()
                .replace(UNIT, new StaffId("SE1111111111-ANNA"), Set.of(Permission.REVIEWER), "operator:test"));
        store.grants().addRegionalAdministrator(REGION, new StaffId("SE1111111111-BO"), "operator:test");
        store.audit()
                .append(
                        Scope.unit(UNIT),
                        new Row("staff:one", "resident.approve", "text", Optional.of(new ResidentPseudonym("r-1"))));
        store.audit().append(Scope.region("01"), new Row("staff:one", "region.change", "text", Optional.empty()));
        store.audit().append(Scope.PLATFORM, new Row("staff:one", "platform.change", "text", Optional.empty()));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aReviewerReadsTheirUnitAndARegionalAdministratorTheRegion() {
        assertThat(read(REVIEWER, TRAIL)).extracting(AuditRow::action).containsExactly("resident.approve");
        assertThat(read(REGIONAL, TRAIL)).hasSize(1);
        assertThat(read(REGIONAL, new Target.Region(REGION)))
                .extracting(AuditRow::action)
                .containsExactly("region.change");
        assertThat(read(OPERATOR, new Target.Platform()))
                .extracting(AuditRow::action)
                .containsExactlyInAnyOrder("platform.change", "audit.begin", "audit.begin");
    }

    @Test
    void othersReadNothing() {
        for (Target trail : List.of(new Target.Region(REGION), new Target.Platform())) {
            assertThatThrownBy(() -> read(REVIEWER, trail)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> trails.verify(REVIEWER, trail, Optional.empty()))
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThatThrownBy(() -> read(REGIONAL, new Target.Platform())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> trails.ofResident(new Actor.Resident("r-1"), TRAIL, new ResidentPseudonym("r-1")))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> read(OPERATOR, new Target.Person(UNIT, new StaffId("SE1111111111-ANNA"))))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void whoReadsAboutAResidentIsFoundByTheNextWhoDoes() {
        assertThat(trails.ofResident(REVIEWER, TRAIL, new ResidentPseudonym("r-1")))
                .hasSize(1);
        assertThat(trails.ofResident(REVIEWER, TRAIL, new ResidentPseudonym("r-1")))
                .extracting(AuditRow::action)
                .containsExactly("resident.approve", "audit.read");
        assertThat(trails.ofResident(REVIEWER, TRAIL, new ResidentPseudonym("r-2")))
                .isEmpty();
    }

    @Test
    void anOperatorReadsAboutAResidentInAllTrails() {
        store.audit()
                .append(
                        Scope.unit(OTHER),
                        new Row("staff:two", "resident.name", "text", Optional.of(new ResidentPseudonym("r-1"))));
        assertThat(trails.ofResident(OPERATOR, new ResidentPseudonym("r-1")))
                .extracting(AuditRow::trail, AuditRow::action)
                .containsExactly(tuple(UNIT.value(), "resident.approve"), tuple(OTHER.value(), "resident.name"));
        assertThat(trails.ofResident(OPERATOR, new ResidentPseudonym("r-1")))
                .extracting(AuditRow::trail, AuditRow::text)
                .contains(tuple("platform", "the rows about one resident in all trails: 2"));
        for (Actor other : List.of(REVIEWER, REGIONAL)) {
            assertThatThrownBy(() -> trails.ofResident(other, new ResidentPseudonym("r-1")))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> trails.verifyAll(other)).isInstanceOf(NotPermittedException.class);
        }
    }

    @Test
    void allTrailsAreVerifiedAtOnceTheBrokenOnesFirst() {
        assertThat(trails.verifyAll(OPERATOR).keySet()).containsExactly("platform", "01", UNIT.value());
        store.units().add(new CareUnit(OTHER, REGION, "Mottagning B", CareUnit.State.OPEN));
        assertThat(trails.verifyAll(OPERATOR).keySet()).containsExactly(OTHER.value(), "platform", "01", UNIT.value());
        assertThat(trails.verifyAll(OPERATOR))
                .containsEntry(OTHER.value(), new AuditVerification.Broken(1, "the whole trail was removed"));
    }

    @Test
    void aTrailThatWasChangedIsFoundWithTheRow() {
        AuditVerification before = trails.verify(REVIEWER, TRAIL, Optional.empty());
        assertThat(before).isInstanceOfSatisfying(AuditVerification.Intact.class, intact -> {
            assertThat(intact.rows()).isEqualTo(1);
            assertThat(trails.verify(REVIEWER, TRAIL, Optional.of(intact.head())))
                    .isEqualTo(before);
        });
        store.execute("UPDATE audit_rows SET actor = 'staff:another'");
        assertThat(trails.verify(REVIEWER, TRAIL, Optional.empty()))
                .isEqualTo(new AuditVerification.Broken(1, "the row was changed"));
        assertThatThrownBy(() -> trails.verify(REVIEWER, TRAIL, Optional.of("yesterday's")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("number:seal");
    }

    @Test
    void allTimesAreReadFromTheEarliestInstantToTheLatest() {
        assertThat(trails.read(REVIEWER, TRAIL, Instant.MIN, Instant.MAX, PageRequest.first(200))
                        .rows())
                .hasSize(1);
    }

    private List<AuditRow> read(Actor actor, Target trail) {
        return trails.read(actor, trail, Instant.EPOCH, END, PageRequest.first(200))
                .rows();
    }
}
