package org.careunit.storage.internal.messages;

import java.nio.file.Path;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

public class H2LedgerTest extends LedgerContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws Exception {
        return TestStore.embedded(directory);
    }
}
