package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

public class DueConditionTest {

    @Test
    public void aNodeWithoutHandlersAsksForNothing() {
        assertThat(DueCondition.sql(Set.of(), Map.of(), Map.of())).isEqualTo(" AND 1 = 0 ");
    }

    @Test
    public void itAsksForTheTypesItHandles() {
        assertThat(DueCondition.sql(new TreeSet<>(Set.of("sms", "mail")), Map.of(), Map.of()))
                .isEqualTo(" AND job_type IN ('mail', 'sms') ");
    }

    @Test
    public void ofACrowdedLaneItAsksForAsManyAsAreFree() {
        assertThat(DueCondition.sql(Set.of("mail"), Map.of(), Map.of("mail|a", 2)))
                .contains("lane NOT IN ('mail|a')")
                .contains("waiting.lane = 'mail|a'")
                .contains("FETCH FIRST 2 ROWS ONLY");
        assertThat(DueCondition.sql(Set.of("mail"), Map.of(), Map.of("mail|a", 0)))
                .doesNotContain("FETCH FIRST");
    }

    @Test
    public void ofACrowdedTypeItAsksForAsManyAsAreFree() {
        assertThat(DueCondition.sql(Set.of("mail"), Map.of("mail", 1), Map.of()))
                .contains("job_type NOT IN ('mail')")
                .contains("waiting.job_type = 'mail'")
                .contains("FETCH FIRST 1 ROWS ONLY");
    }

    @Test
    public void ofACrowdedTypeItAsksForJobsWhoseLanesHaveFreeWorkers() {
        String sql = DueCondition.sql(Set.of("mail"), Map.of("mail", 1), Map.of("mail|hangs", 0));
        assertThat(sql)
                .contains(
                        "waiting.job_type = 'mail' AND waiting.picked = FALSE AND (lane NOT IN ('mail|hangs')) ORDER BY");
    }
}
