package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DueConditionTest {

    @Test
    void aNodeWithoutHandlersAsksForNothing() {
        assertThat(DueCondition.sql(Set.of(), Map.of(), Map.of())).isEqualTo(" AND 1 = 0 ");
    }

    @Test
    void itAsksForTheTypesItHandles() {
        assertThat(DueCondition.sql(new TreeSet<>(Set.of("sms", "mail")), Map.of(), Map.of()))
                .isEqualTo(" AND job_type IN ('mail', 'sms') ");
    }

    @Test
    void ofACrowdedLaneItAsksForAsManyAsAreFree() {
        assertThat(DueCondition.sql(Set.of("mail"), Map.of(), Map.of("mail|a", 2)))
                .contains("lane NOT IN ('mail|a')")
                .contains("waiting.lane = 'mail|a'")
                .contains("FETCH FIRST 2 ROWS ONLY");
        assertThat(DueCondition.sql(Set.of("mail"), Map.of(), Map.of("mail|a", 0)))
                .doesNotContain("FETCH FIRST");
    }

    @Test
    void ofACrowdedTypeItAsksForAsManyAsAreFree() {
        assertThat(DueCondition.sql(Set.of("mail"), Map.of("mail", 1), Map.of()))
                .contains("job_type NOT IN ('mail')")
                .contains("waiting.job_type = 'mail'")
                .contains("FETCH FIRST 1 ROWS ONLY");
    }

    @Test
    void aLaneIsCrowdedUntilItHasRunEmpty() {
        Lanes lanes = new Lanes(10);
        assertThat(lanes.enter("mail|*", 2)).isTrue();
        assertThat(lanes.enter("mail|*", 2)).isTrue();
        assertThat(lanes.crowded()).isEmpty();
        assertThat(lanes.enter("mail|*", 2)).isFalse();
        assertThat(lanes.crowded()).containsExactly(Map.entry("mail|*", 0));
        assertThat(lanes.leave("mail|*")).isTrue();
        assertThat(lanes.crowded()).containsExactly(Map.entry("mail|*", 1));
        assertThat(lanes.leave("mail|*")).isTrue();
        assertThat(lanes.crowded()).isEmpty();
    }
}
