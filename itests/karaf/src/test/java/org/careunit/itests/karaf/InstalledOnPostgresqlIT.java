package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.careunit.itests.KarafTest;
import org.careunit.itests.KarafTest.Database;
import org.junit.jupiter.api.Test;

@KarafTest(database = Database.POSTGRESQL)
class InstalledOnPostgresqlIT extends InstalledContract {

    @Test
    void theEmbeddedStoreStaysAway() {
        assertThat(isEmbedded()).isFalse();
    }
}
