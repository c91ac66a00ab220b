package org.careunit.settings.internal.archive;

import org.careunit.storage.internal.node.TestStore;

class PostgresArchivedCasesOfHostTest extends ArchivedCasesOfHostContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("test-archive");
    }
}
