package org.careunit.notifications.internal.retention;

import java.nio.file.Path;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

class H2RetentionBesideIntakeTest extends RetentionBesideIntakeContract {

    @TempDir
    Path directory;

    @Override
    TestStore open() throws Exception {
        return TestStore.embedded(directory);
    }
}
