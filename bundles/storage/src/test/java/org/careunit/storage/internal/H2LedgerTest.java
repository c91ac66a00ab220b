package org.careunit.storage.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerTest extends LedgerContract {

    @TempDir
    Path directory;

    @Override
    TestStore open() throws Exception {
        return TestStore.embedded(directory);
    }
}
