package org.careunit.terms.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.io.TempDir;

class H2TermsCheckTest extends TermsCheckContract {

    @TempDir
    Path directory;

    @Override
    TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }
}
