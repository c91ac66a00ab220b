package org.careunit.storage.internal.units;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

public class PostgresRightsTest extends RightsContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-rights");
    }
}
