package org.careunit.terms.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresTermsCheckTest extends TermsCheckContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-terms");
    }
}
