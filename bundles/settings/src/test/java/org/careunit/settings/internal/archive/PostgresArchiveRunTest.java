package org.careunit.settings.internal.archive;

import org.careunit.storage.internal.node.TestStore;

class PostgresArchiveRunTest extends ArchiveRunContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("test-archive");
    }
}
