package org.careunit.storage.internal.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;

class PostgresUnitRegisterTest extends UnitRegisterContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("first-node");
    }

    /** Found at once where it was not there before, and changed as soon as the notice comes. */
    @Test
    void aUnitThatIsAddedOnAnotherNodeIsFound() throws SQLException {
        HsaId joining = new HsaId("SE1111111111-UNIT3");
        try (TestStore other = store.another("second-node")) {
            assertThat(other.units().all()).hasSize(1);
            store.units().add(unit(joining, CareUnit.State.OPEN));
            assertThat(other.units().find(joining)).isPresent();
            store.units().update(unit(joining, CareUnit.State.CLOSING), 1);
            await().until(() -> other.units().require(joining).state() == CareUnit.State.CLOSING);
        }
    }
}
