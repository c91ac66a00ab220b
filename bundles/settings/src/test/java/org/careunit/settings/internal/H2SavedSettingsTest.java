package org.careunit.settings.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

class H2SavedSettingsTest extends SavedSettingsContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }
}
