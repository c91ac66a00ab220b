package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairSchedulingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final FairScheduling turns = new FairScheduling();

    @Test
    void jobsWithoutAShareHaveTheirTurnWhenTheyAreDue() {
        assertThat(turns.next("mail|*", Optional.empty(), NOW)).isEqualTo(NOW);
        assertThat(turns.next("mail|*", Optional.empty(), NOW)).isEqualTo(NOW);
    }

    @Test
    void aShareThatAddsManyFallsBehind() {
        turns.next("mail|*", Optional.of("a"), NOW);
        assertThat(turns.next("mail|*", Optional.of("a"), NOW)).isEqualTo(NOW.plus(FairScheduling.STEP));
        assertThat(turns.next("mail|*", Optional.of("b"), NOW)).isEqualTo(NOW);
    }

    @Test
    void aShareIsBehindInItsLaneAlone() {
        turns.next("mail|*", Optional.of("a"), NOW);
        assertThat(turns.next("sms|*", Optional.of("a"), NOW)).isEqualTo(NOW);
    }

    @Test
    void aShareThatWasQuietHasCaughtUp() {
        turns.next("mail|*", Optional.of("a"), NOW);
        turns.next("mail|*", Optional.of("a"), NOW);
        assertThat(turns.next("mail|*", Optional.of("a"), NOW.plusSeconds(1))).isEqualTo(NOW.plusSeconds(1));
    }
}
