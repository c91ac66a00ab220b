package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.careunit.storage.internal.jobs.Lanes.Look;
import org.junit.jupiter.api.Test;

public class LanesTest {

    private static final String LANE = "mail|*";

    private final AtomicLong nanos = new AtomicLong();
    private final Lanes lanes = new Lanes(10, 0, Duration.ZERO, nanos::get);
    private final Lanes reading = new Lanes(10, 4, Duration.ZERO, nanos::get);

    @Test
    public void aLaneIsCrowdedWhenAJobFindsNoFreeWorker() {
        enter(2);
        assertThat(lanes.crowded()).isEmpty();
        assertThat(lanes.enter(LANE, 2)).isFalse();
        assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 0));
    }

    @Test
    public void aLaneThatIsNotCrowdedIsForgottenWithItsLastJob() {
        enter(2);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.NOT);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.NOT);
        assertThat(lanes.crowded()).isEmpty();
    }

    @Test
    public void aCrowdedLaneStaysSoBetweenTwoJobsOfItsOneWorker() {
        crowd(1);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.AT_ONCE);
        for (int job = 0; job < 100; job++) {
            assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 1));
            enter(1);
            assertThat(lanes.leave(LANE)).isEqualTo(Look.AT_ONCE);
        }
    }

    @Test
    public void aCrowdedLaneIsForgottenAfterAFewLooksThatLeftItEmpty() {
        crowd(1);
        lanes.leave(LANE);
        IntStream.range(0, 3).forEach(look -> assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 1)));
        assertThat(lanes.crowded()).isEmpty();
    }

    @Test
    public void aLaneThatHangsStaysCrowded() {
        crowd(2);
        IntStream.range(0, 100).forEach(look -> assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 0)));
    }

    @Test
    public void itIsUrgentWhenHalfOfTheWorkersAreFree() {
        crowd(4);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.SOON);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.AT_ONCE);
        assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 2));
    }

    @Test
    public void noLaneHasMoreWorkersThanTheNodeAllows() {
        IntStream.range(0, 10).forEach(job -> assertThat(lanes.enter(LANE, 99)).isTrue());
        assertThat(lanes.enter(LANE, 99)).isFalse();
    }

    @Test
    public void whereJobsEndAFewMoreAreClaimedAhead() {
        enterAll(reading, 2);
        reading.leave(LANE);
        assertThat(reading.crowded()).containsExactly(Map.entry(LANE, 1 + 4));
    }

    @Test
    public void nothingIsClaimedAheadOfALaneThatHangs() {
        enterAll(reading, 2);
        reading.leave(LANE);
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        assertThat(reading.crowded()).containsExactly(Map.entry(LANE, 1));
    }

    @Test
    public void lanesThatMoveShareWhatMayBeClaimedAhead() {
        enterAll(reading, 1);
        assertThat(reading.enter("other", 1)).isTrue();
        assertThat(reading.enter("other", 1)).isFalse();
        reading.leave(LANE);
        reading.leave("other");
        assertThat(reading.crowded()).containsExactly(Map.entry(LANE, 1 + 2), Map.entry("other", 1 + 2));
    }

    @Test
    public void whatIsClaimedAheadTakesTheNextWorkerThatIsFree() throws Exception {
        Lanes patient = new Lanes(10, 4, Duration.ofMinutes(1), nanos::get);
        assertThat(patient.enter(LANE, 1)).isTrue();
        assertThat(patient.enter(LANE, 1)).isFalse();
        patient.leave(LANE);
        assertThat(patient.enter(LANE, 1)).isTrue();
        Future<Boolean> ahead = CompletableFuture.supplyAsync(() -> patient.enter(LANE, 1));
        await().until(() -> patient.crowded().get(LANE) == 3);
        patient.leave(LANE);
        assertThat(ahead.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(patient.crowded()).containsExactly(Map.entry(LANE, 4));
    }

    @Test
    public void whatIsClaimedAheadIsPutBackWhenTheWorkersHang() {
        enterAll(reading, 1);
        reading.leave(LANE);
        assertThat(reading.enter(LANE, 1)).isTrue();
        assertThat(reading.enter(LANE, 1)).isFalse();
    }

    private static void enterAll(Lanes some, int workers) {
        IntStream.range(0, workers)
                .forEach(job -> assertThat(some.enter(LANE, workers)).isTrue());
        assertThat(some.enter(LANE, workers)).isFalse();
    }

    private void crowd(int workers) {
        enterAll(lanes, workers);
    }

    private void enter(int workers) {
        IntStream.range(0, workers)
                .forEach(job -> assertThat(lanes.enter(LANE, workers)).isTrue());
    }
}
