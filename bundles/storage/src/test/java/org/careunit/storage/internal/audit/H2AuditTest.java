package org.careunit.storage.internal.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

public class H2AuditTest extends AuditContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }

    @Override
    public TestStore reopen(TestStore open) throws SQLException {
        open.close();
        return open();
    }
}
