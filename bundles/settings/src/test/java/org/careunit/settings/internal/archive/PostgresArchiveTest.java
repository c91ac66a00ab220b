package org.careunit.settings.internal.archive;

import org.careunit.storage.internal.node.TestStore;

class PostgresArchiveTest extends ArchiveContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("test-archive");
    }
}
