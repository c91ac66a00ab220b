package org.careunit.terms.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.TestStore;

class PostgresTermsTest extends TermsContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-terms");
    }
}
