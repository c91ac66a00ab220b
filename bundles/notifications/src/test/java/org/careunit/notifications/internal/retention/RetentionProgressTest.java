package org.careunit.notifications.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.Retention.Kind;
import org.junit.jupiter.api.Test;

class RetentionProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");

    @Test
    void whatIsWrittenIsReadAgain() {
        RetentionProgress begun = RetentionProgress.of("", NOW);
        assertThat(RetentionProgress.of(begun.toString(), NOW.plusSeconds(9))).isEqualTo(begun);
        RetentionProgress on = begun.with(new Batch(200, Optional.of("2025-01-01T00:00:00Z|SE1|a b\nc|d")));
        assertThat(RetentionProgress.of(on.toString(), NOW.plusSeconds(9))).isEqualTo(on);
    }

    @Test
    void oneKindComesAfterTheOtherUntilAllAreDone() {
        RetentionProgress progress = RetentionProgress.begin(NOW);
        for (Kind kind : Kind.values()) {
            assertThat(progress.kind()).contains(kind);
            progress = progress.with(new Batch(1, Optional.of("on"))).with(new Batch(2, Optional.empty()));
        }
        assertThat(progress.kind()).isEmpty();
        assertThat(progress.removed()).hasSize(Kind.values().length).containsEntry(Kind.CASES, 3L);
        assertThat(RetentionProgress.of(progress.toString(), NOW)).isEqualTo(progress);
    }

    @Test
    void whatRemovedNothingIsNotCounted() {
        assertThat(RetentionProgress.begin(NOW)
                        .with(new Batch(0, Optional.empty()))
                        .removed())
                .isEqualTo(Map.of());
    }

    @Test
    void theNextNightIsAtTwoByLocalTimeAlsoWhereTheClockIsChanged() {
        assertThat(RetentionTimes.nextNight(Instant.parse("2026-11-30T00:59:59Z")))
                .isEqualTo("2026-11-30T01:00:00Z");
        assertThat(RetentionTimes.nextNight(Instant.parse("2026-11-30T01:00:00Z")))
                .isEqualTo("2026-12-01T01:00:00Z");
        assertThat(RetentionTimes.nextNight(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(RetentionTimes.nextNight(Instant.parse("2026-10-24T12:00:00Z")))
                .isEqualTo("2026-10-25T00:00:00Z");
    }
}
