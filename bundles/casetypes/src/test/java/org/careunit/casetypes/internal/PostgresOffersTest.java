package org.careunit.casetypes.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.TestStore;

class PostgresOffersTest extends OffersContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-offers");
    }
}
