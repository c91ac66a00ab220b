package org.careunit.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.careunit.access.internal.checks.ColleaguesCheck;
import org.careunit.access.internal.checks.StaffingCheck;
import org.careunit.api.access.Permission;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessChecksTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final CheckRequest QUESTION = new CheckRequest(UNIT, Optional.of(ANNA));

    @TempDir
    Path directory;

    @Test
    void aUnitNeedsSomebodyBesideItsFirstAdministratorAndSomebodyForEverything() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.REGISTERED));
            AccessComponent access = new AccessComponent(
                    store.transactions(),
                    store.units(),
                    store.grants(),
                    store.accounts(),
                    store.audit(),
                    store.pseudonyms(),
                    store.changes(),
                    store.clock());
            ColleaguesCheck colleagues = new ColleaguesCheck(access, store.clock());
            StaffingCheck staffing = new StaffingCheck(access);
            access.assign(OPERATOR, UNIT, ANNA, Set.of(Permission.UNIT_ADMINISTRATOR));
            assertThat(colleagues.check(QUESTION).status()).isEqualTo(CheckStatus.NOT_DONE);
            assertThat(staffing.check(QUESTION).status()).isEqualTo(CheckStatus.NOT_DONE);
            assertThat(staffing.check(QUESTION).reasons()).anyMatch(reason -> reason.contains("Ingen på mottagningen"));

            access.assign(OPERATOR, UNIT, BO, Set.of(Permission.CASE_RECEIVER, Permission.CASE_HANDLER));
            assertThat(colleagues.check(QUESTION).status()).isEqualTo(CheckStatus.DONE);
            assertThat(staffing.check(QUESTION).status()).isEqualTo(CheckStatus.DONE);
            assertThat(staffing.check(QUESTION).reasons())
                    .singleElement()
                    .asString()
                    .contains("bara en administratör");

            access.lock(OPERATOR, UNIT, BO);
            assertThat(colleagues.check(QUESTION).status()).isEqualTo(CheckStatus.NOT_DONE);
            assertThat(staffing.check(QUESTION).status()).isEqualTo(CheckStatus.NOT_DONE);
        }
    }
}
