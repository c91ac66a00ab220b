package org.careunit.testkit.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The canary is found however it is written, and nowhere else. */
class CanaryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person 18900118-9811 failed",
                "person 900118–9811",
                "to kanarie.provsson@example.org",
                "Contacts[+46 70-174 06 99]",
                "070-1740699",
                "Kanariefågel  Provsson",
                "said: kanariefågelns egna ord."
            })
    void isFound(String text) {
        assertThat(Canary.PERSON.foundIn(text)).hasSize(text.contains("1890") ? 2 : 1);
    }

    @Test
    void isNotFoundInItsMaskedFormOrItself() {
        assertThat(Canary.PERSON.foundIn("k…@example.org, ***0699, " + Canary.PERSON + Canary.PERSON.contacts()))
                .isEmpty();
    }
}
