package org.careunit.storage.internal.documents;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

public class H2DocumentsTest extends DocumentsContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }
}
