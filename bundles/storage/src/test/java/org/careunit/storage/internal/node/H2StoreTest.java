package org.careunit.storage.internal.node;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

public class H2StoreTest extends StoreContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }
}
