package org.careunit.itests.faults;

import org.careunit.storage.internal.node.TestStore;

class PostgresArchiveKillTest extends ArchiveKillContract {

    @Override
    String database() {
        return TestStore.newPostgresUrl();
    }
}
