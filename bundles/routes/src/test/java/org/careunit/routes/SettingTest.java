package org.careunit.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void aValueIsReadAsItIs() {
        assertThat(Setting.of("port", () -> 25)).isEqualTo(25);
    }

    @Test
    void aValueOfAnotherTypeIsToldByItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.of("port", () -> Integer.valueOf("abc")))
                .withMessageContainingAll("'port'", "abc");
    }
}
