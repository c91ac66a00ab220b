package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.careunit.storage.internal.Lanes.Look;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final String LANE = "mail|*";

    private final Lanes lanes = new Lanes(10);

    @Test
    void aLaneIsCrowdedWhenAJobFindsNoFreeWorker() {
        enter(2);
        assertThat(lanes.crowded()).isEmpty();
        assertThat(lanes.enter(LANE, 2)).isFalse();
        assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 0));
    }

    @Test
    void aLaneThatIsNotCrowdedIsForgottenWithItsLastJob() {
        enter(2);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.NOT);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.NOT);
        assertThat(lanes.crowded()).isEmpty();
    }

    @Test
    void aCrowdedLaneStaysSoBetweenTwoJobsOfItsOneWorker() {
        crowd(1);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.AT_ONCE);
        for (int job = 0; job < 100; job++) {
            assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 1));
            enter(1);
            assertThat(lanes.leave(LANE)).isEqualTo(Look.AT_ONCE);
        }
    }

    @Test
    void aCrowdedLaneIsForgottenAfterAFewLooksThatLeftItEmpty() {
        crowd(1);
        lanes.leave(LANE);
        IntStream.range(0, 3).forEach(look -> assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 1)));
        assertThat(lanes.crowded()).isEmpty();
    }

    @Test
    void aLaneThatHangsStaysCrowded() {
        crowd(2);
        IntStream.range(0, 100).forEach(look -> assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 0)));
    }

    @Test
    void itIsUrgentWhenHalfOfTheWorkersAreFree() {
        crowd(4);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.SOON);
        assertThat(lanes.leave(LANE)).isEqualTo(Look.AT_ONCE);
        assertThat(lanes.crowded()).containsExactly(Map.entry(LANE, 2));
    }

    @Test
    void noLaneHasMoreWorkersThanTheNodeAllows() {
        IntStream.range(0, 10).forEach(job -> assertThat(lanes.enter(LANE, 99)).isTrue());
        assertThat(lanes.enter(LANE, 99)).isFalse();
    }

    private void crowd(int workers) {
        enter(workers);
        assertThat(lanes.enter(LANE, workers)).isFalse();
    }

    private void enter(int workers) {
        IntStream.range(0, workers)
                .forEach(job -> assertThat(lanes.enter(LANE, workers)).isTrue());
    }
}
