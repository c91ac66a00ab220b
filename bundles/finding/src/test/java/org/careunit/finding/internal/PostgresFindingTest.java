package org.careunit.finding.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.TestStore;

class PostgresFindingTest extends FindingContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-finding");
    }
}
