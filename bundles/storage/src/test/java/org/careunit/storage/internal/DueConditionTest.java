package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.storage.JobId;
import org.junit.jupiter.api.Test;

class DueConditionTest {

    @Test
    void aNodeWithoutHandlersAsksForNothing() {
        assertThat(DueCondition.sql(Set.of(), Map.of())).isEqualTo(" AND 1 = 0 ");
    }

    @Test
    void itAsksForTheTypesItHandles() {
        assertThat(DueCondition.sql(new TreeSet<>(Set.of("sms", "mail")), Map.of()))
                .isEqualTo(" AND job_type IN ('mail', 'sms') ");
    }

    @Test
    void ofACrowdedLaneItAsksForAsManyAsAreFree() {
        assertThat(DueCondition.sql(Set.of("mail"), Map.of("mail|a", 2)))
                .contains("lane NOT IN ('mail|a')")
                .contains("waiting.lane = 'mail|a'")
                .contains("FETCH FIRST 2 ROWS ONLY");
        assertThat(DueCondition.sql(Set.of("mail"), Map.of("mail|a", 0))).doesNotContain("FETCH FIRST");
    }

    @Test
    void aLaneIsCrowdedUntilItHasRunEmpty() {
        Lanes lanes = new Lanes();
        JobId job = JobId.of("mail", "1");
        assertThat(lanes.enter(job, 2)).isTrue();
        assertThat(lanes.enter(job, 2)).isTrue();
        assertThat(lanes.crowded()).isEmpty();
        assertThat(lanes.enter(job, 2)).isFalse();
        assertThat(lanes.crowded()).containsExactly(Map.entry("mail|*", 0));
        assertThat(lanes.leave(job)).isTrue();
        assertThat(lanes.crowded()).containsExactly(Map.entry("mail|*", 1));
        assertThat(lanes.leave(job)).isTrue();
        assertThat(lanes.crowded()).isEmpty();
    }
}
