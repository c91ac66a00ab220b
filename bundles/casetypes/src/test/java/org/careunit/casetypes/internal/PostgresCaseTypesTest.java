package org.careunit.casetypes.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.TestStore;

class PostgresCaseTypesTest extends CaseTypesContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-casetypes");
    }
}
