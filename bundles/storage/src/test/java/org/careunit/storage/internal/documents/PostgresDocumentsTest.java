package org.careunit.storage.internal.documents;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

public class PostgresDocumentsTest extends DocumentsContract {

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-node");
    }
}
