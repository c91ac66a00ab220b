package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.careunit.itests.KarafTest;
import org.junit.jupiter.api.Test;

@KarafTest
class InstalledOnH2IT extends InstalledContract {

    @Test
    void theDataLieBesideTheContainersOwn() {
        assertThat(isEmbedded()).isTrue();
    }
}
