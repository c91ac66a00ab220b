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
    void ofACrowdedTypeItAsksForJobsWhoseLanesHaveFreeWorkers() {
        String sql = DueCondition.sql(Set.of("mail"), Map.of("mail", 1), Map.of("mail|hangs", 0));
        assertThat(sql)
                .contains(
                        "waiting.job_type = 'mail' AND waiting.picked = FALSE AND (lane NOT IN ('mail|hangs')) ORDER BY");
    }
}
