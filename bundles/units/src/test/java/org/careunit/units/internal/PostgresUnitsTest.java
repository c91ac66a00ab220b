package org.careunit.units.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresUnitsTest extends UnitsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-units");
    }
}
