package org.careunit.terms.internal;

import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;

class PostgresTermsOfActiveTypesTest extends TermsOfActiveTypesContract {

    @Override
    TestStore open() throws SQLException {
        return TestStore.postgres("test-terms");
    }
}
