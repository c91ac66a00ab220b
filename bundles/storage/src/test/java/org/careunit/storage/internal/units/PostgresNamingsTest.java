package org.careunit.storage.internal.units;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

public class PostgresNamingsTest extends NamingsContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-namings");
    }
}
