package org.careunit.terms.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresTermsAcceptanceTest extends TermsAcceptanceContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-terms");
    }
}
