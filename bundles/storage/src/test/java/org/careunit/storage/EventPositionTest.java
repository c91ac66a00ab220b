package org.careunit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventPositionTest {

    @Test
    void theSameNumberTwiceIsOrderedByTimeAndIdWhateverCameFirst() {
        EventPosition first = place(7, 10, "b");
        EventPosition second = place(7, 11, "a");
        EventPosition third = place(7, 11, "c");

        assertThat(List.of(third, second, first).stream().sorted(EventPosition.BY_SEQUENCE))
                .containsExactly(first, second, third);
        assertThat(List.of(second, first, third).stream().sorted(EventPosition.BY_SEQUENCE))
                .containsExactly(first, second, third);
        assertThat(second.surelyAfter(first)).isTrue();
        assertThat(first.surelyAfter(second)).isFalse();
    }

    private static EventPosition place(long number, long second, String id) {
        return new EventPosition(OptionalLong.of(number), Instant.ofEpochSecond(second), id);
    }
}
