package org.careunit.storage.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careunit.storage.internal.database.Admission.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    @Test
    void transactionsLeaveRoomForIntakeAndIntakeForReads() throws InterruptedException {
        Admission admission = new Admission(16, Duration.ofMillis(1));

        assertThat(entered(admission, Use.TRANSACTION)).isEqualTo(10);
        assertThat(entered(admission, Use.INTAKE)).isEqualTo(3);
        assertThat(entered(admission, Use.STATEMENT)).isEqualTo(2);
        assertThat(admission.enter(Use.ENGINE)).isTrue();
        admission.leave(Use.TRANSACTION);
        assertThat(admission.enter(Use.INTAKE)).isTrue();
        assertThat(admission.enter(Use.TRANSACTION)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 200})
    void anyNumberOfConnectionsServesAll(int connections) throws InterruptedException {
        for (Use use : Use.values()) {
            assertThat(new Admission(connections, Duration.ZERO).enter(use)).isTrue();
        }
        Admission admission = new Admission(connections, Duration.ZERO);
        assertThat(entered(admission, Use.TRANSACTION)).isLessThan(connections);
    }

    private static int entered(Admission admission, Use use) throws InterruptedException {
        int entered = 0;
        while (admission.enter(use)) {
            entered++;
        }
        return entered;
    }
}
