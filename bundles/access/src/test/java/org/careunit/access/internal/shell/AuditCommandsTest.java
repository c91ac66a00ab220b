package org.careunit.access.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;

import java.nio.file.Path;
import java.util.Optional;
import org.careunit.access.internal.AccessComponent;
import org.careunit.access.internal.audit.AuditTrailsComponent;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    @TempDir
    Path directory;

    private TestStore store;
    private AuditTrails trails;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(directory);
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
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
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
    void aTrailIsListedByTimeAndPage() {
        AuditListCommand list = new AuditListCommand();
        list.service = trails;
        list.units = store.units();
        list.trail = "01";
        assertThat(run(list)).contains("region.change");
        list.trail = "platform";
        list.limit = -1;
        assertThat(run(list)).contains("--limit must be a number from 1 to 200, not -1");
        list.limit = 50;
        list.from = "2999-01-01";
        assertThat(run(list)).contains("There is no such row.");
        list.from = "1970-01-01";
        list.until = "2999-01-01T08:00";
        assertThat(run(list)).contains("platform.change");
        list.before = 1L;
        assertThat(run(list)).contains("There is no such row.");
        list.until = "soon";
        assertThat(run(list)).contains("--until: write a day or a local time");
        list.until = null;
        list.trail = "SE1111111111-NONE";
        assertThat(run(list)).contains("There is no unit SE1111111111-NONE: register it first");
    }

    @Test
    void aTrailIsVerifiedAgainstAHead() {
        AuditVerifyCommand verify = new AuditVerifyCommand();
        verify.service = trails;
        verify.trail = UNIT.value();
        assertThat(run(verify)).contains("intact", "1:");
        verify.head = "7:" + "a".repeat(64);
        assertThat(run(verify)).contains("BROKEN", "cut off");
    }

    @Test
    void allTrailsAreExtractedAndVerified() {
        AuditExtractCommand extract = new AuditExtractCommand();
        extract.service = trails;
        extract.trail = UNIT.value();
        extract.resident = "r-1";
        assertThat(run(extract)).contains("resident.approve").doesNotContain("r-1");
        extract.trail = "all";
        assertThat(run(extract)).contains("resident.approve", UNIT.value()).doesNotContain("r-1");
        AuditVerifyCommand verify = new AuditVerifyCommand();
        verify.service = trails;
        verify.trail = "all";
        verify.head = "7:" + "a".repeat(64);
        assertThat(run(verify)).contains("name that trail");
        verify.head = null;
        assertThat(run(verify)).contains("platform", "01", UNIT.value()).doesNotContain("BROKEN");
    }
}
