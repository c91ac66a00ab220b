package org.careunit.settings.internal.archive;

import java.nio.file.Path;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

class H2ArchiveRunTest extends ArchiveRunContract {

    @TempDir
    Path directory;

    @Override
    TestStore open() throws Exception {
        return TestStore.embedded(directory);
    }
}
