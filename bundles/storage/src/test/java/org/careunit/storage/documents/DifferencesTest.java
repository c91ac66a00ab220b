package org.careunit.storage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.careunit.api.history.Saved.Change;
import org.junit.jupiter.api.Test;

public class DifferencesTest {

    @Test
    public void whatSaysTheSameHasNone() {
        assertThat(Differences.between("{\"a\":1,\"b\":[1,2]}", "{ \"b\": [1, 2], \"a\": 1 }"))
                .isEmpty();
    }

    @Test
    public void addedReplacedAndRemovedAreTold() {
        assertThat(Differences.between("{\"a\":1,\"b\":\"å\"}", "{\"a\":2,\"c\":{\"d\":true}}"))
                .containsExactlyInAnyOrder(
                        new Change("/a", Optional.of("1"), Optional.of("2")),
                        new Change("/b", Optional.of("\"å\""), Optional.empty()),
                        new Change("/c", Optional.empty(), Optional.of("{\"d\":true}")));
    }

    @Test
    public void nullIsAValue() {
        assertThat(Differences.between("{\"a\":null}", "{\"a\":1}"))
                .containsExactly(new Change("/a", Optional.of("null"), Optional.of("1")));
    }

    @Test
    public void whatLeavesAListIsToldAsItStoodThere() {
        assertThat(Differences.between("{\"a\":[\"x\",\"y\",\"z\"]}", "{\"a\":[\"z\"]}"))
                .extracting(Change::before)
                .containsExactlyInAnyOrder(Optional.of("\"x\""), Optional.of("\"y\""));
    }

    @Test
    public void aNameWithASlashIsEscapedAsJsonPointersAre() {
        assertThat(Differences.between("{}", "{\"a/b~\":1}"))
                .containsExactly(new Change("/a~1b~0", Optional.empty(), Optional.of("1")));
    }
}
