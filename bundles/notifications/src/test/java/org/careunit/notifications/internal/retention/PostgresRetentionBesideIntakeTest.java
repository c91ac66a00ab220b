package org.careunit.notifications.internal.retention;

import org.careunit.storage.internal.node.TestStore;

class PostgresRetentionBesideIntakeTest extends RetentionBesideIntakeContract {

    @Override
    TestStore open() throws Exception {
        return TestStore.postgres("node");
    }
}
