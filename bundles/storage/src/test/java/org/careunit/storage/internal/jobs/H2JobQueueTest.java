package org.careunit.storage.internal.jobs;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

class H2JobQueueTest extends JobQueueContract {

    @TempDir
    Path directory;

    @Override
    boolean isEmbedded() {
        return true;
    }

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }
}
