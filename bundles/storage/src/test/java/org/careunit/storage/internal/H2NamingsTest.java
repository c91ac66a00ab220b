package org.careunit.storage.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class H2NamingsTest extends NamingsContract {

    @TempDir
    Path directory;

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }
}
