package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.careunit.api.history.Saved.Change;
import org.careunit.storage.Differences;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void whatSaysTheSameHasNone() {
        assertThat(Differences.between("{\"a\":1,\"b\":[1,2]}", "{ \"b\": [1, 2], \"a\": 1 }"))
                .isEmpty();
    }

    @Test
    void addedReplacedAndRemovedAreTold() {
        assertThat(Differences.between("{\"a\":1,\"b\":\"å\"}", "{\"a\":2,\"c\":{\"d\":true}}"))
                .containsExactlyInAnyOrder(
                        new Change("/a", Optional.of("1"), Optional.of("2")),
                        new Change("/b", Optional.of("\"å\""), Optional.empty()),
                        new Change("/c", Optional.empty(), Optional.of("{\"d\":true}")));
    }

    @Test
    void nullIsAValue() {
        assertThat(Differences.between("{\"a\":null}", "{\"a\":1}"))
                .containsExactly(new Change("/a", Optional.of("null"), Optional.of("1")));
    }

    @Test
    void whatLeavesAListIsToldAsItStoodThere() {
        assertThat(Differences.between("{\"a\":[\"x\",\"y\",\"z\"]}", "{\"a\":[\"z\"]}"))
                .extracting(Change::before)
                .containsExactlyInAnyOrder(Optional.of("\"x\""), Optional.of("\"y\""));
    }

    @Test
    void aNameWithASlashIsEscapedAsJsonPointersAre() {
        assertThat(Differences.between("{}", "{\"a/b~\":1}"))
                .containsExactly(new Change("/a~1b~0", Optional.empty(), Optional.of("1")));
    }
}
