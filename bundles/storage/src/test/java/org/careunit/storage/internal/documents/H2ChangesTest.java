package org.careunit.storage.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Changes.Change;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class H2ChangesTest extends ChangesContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws SQLException {
        return TestStore.embedded(directory);
    }

    /** Here, since no connection that comes up is counted meanwhile. */
    @Test
    public void whatThePlatformKeepsIsHeardAndDoesNotConcernUnits() {
        long told = store.changes().told(UNIT);
        Change account = new Change(Scope.PLATFORM, "account", "SE1111111111-ANNA");
        announce(account);
        assertThat(heard.changes).containsExactly(account);
        assertThat(store.changes().told(UNIT)).isEqualTo(told);
    }
}
