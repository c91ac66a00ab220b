package org.careunit.units.internal.geography;

import static org.assertj.core.api.Assertions.assertThat;

import org.careunit.api.failure.RefusedException;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;

/** An operator's list of municipalities out of hostile texts. */
class MunicipalityHostileTextsTest {

    private static final String GOOD =
            "code,name\n# ours\n01,Stockholms län\n0184,Solna stad\n03,Uppsala län\n0380,Uppsala\n";

    @Test
    void aHostileListIsRefusedInTimeAndTheGoodOneIsRead() {
        new HostileLines(GOOD, 1).tryAll(HostileLines.TRIES, text -> {
            try {
                Municipalities read = Municipalities.parse(text.lines().toList());
                assertThat(read.counties()).isNotEmpty();
                assertThat(read.size()).isPositive();
            } catch (RefusedException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
        assertThat(Municipalities.parse(GOOD.lines().toList()).size()).isEqualTo(2);
    }
}
