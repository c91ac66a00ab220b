package org.careunit.itests.faults;

import org.careunit.storage.internal.node.TestStore;

class PostgresArchiveKillTest extends ArchiveKillContract {

    @Override
    String database() {
        return TestStore.newPostgresUrl();
    }

    @Override
    int kills() {
        return Integer.getInteger("archive.kills.postgres", 2);
    }
}
