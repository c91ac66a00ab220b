package org.careunit.settings.internal.archive;

import org.careunit.storage.internal.node.TestStore;

class PostgresArchiveConfirmationTest extends ArchiveConfirmationContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("test-archive");
    }
}
