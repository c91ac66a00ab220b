package org.careunit.api.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.TelephoneNumber;
import org.junit.jupiter.api.Test;

/** What no SMS may be. */
class OutgoingSmsTest {

    private static final int CHARACTERS_OF_TEN_PARTS = 10 * 153;
    private static final int WIDE_CHARACTERS_OF_TEN_PARTS = 10 * 67;

    private static OutgoingSms sms(String text) {
        return new OutgoingSms(UUID.randomUUID(), new TelephoneNumber("+46701234567"), text, Optional.empty());
    }

    @Test
    void aTextMayHaveTenPartsInEitherAlphabet() {
        assertThatCode(() -> sms("å".repeat(CHARACTERS_OF_TEN_PARTS))).doesNotThrowAnyException();
        assertThatCode(() -> sms("Ж".repeat(WIDE_CHARACTERS_OF_TEN_PARTS))).doesNotThrowAnyException();
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> sms("å".repeat(CHARACTERS_OF_TEN_PARTS + 1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("11")
                .hasMessageNotContaining("å");
        assertThatThrownBy(() -> sms("Ж".repeat(WIDE_CHARACTERS_OF_TEN_PARTS + 1)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> sms("x".repeat(1_000_000))).isInstanceOf(RefusedException.class);
    }

    @Test
    void aBlankTextIsRefused() {
        assertThatThrownBy(() -> sms(" \t\n")).isInstanceOf(RefusedException.class);
    }

    @Test
    void itPrintsNeitherNumberNorText() {
        assertThat(sms("hemligt").toString()).doesNotContain("hemligt", "4670");
    }
}
