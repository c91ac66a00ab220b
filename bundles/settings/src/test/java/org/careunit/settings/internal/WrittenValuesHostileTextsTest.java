package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.UnitInformation;
import org.careunit.operations.HostileLines;
import org.careunit.settings.internal.formatted.FormattedText;
import org.careunit.settings.internal.hours.HsaHours;
import org.careunit.settings.internal.telephone.Telephone;
import org.junit.jupiter.api.Test;

/** Telephone numbers, hours and formatted text out of hostile texts. */
class WrittenValuesHostileTextsTest {

    private static final int TRIES = HostileLines.TRIES / 3;

    @Test
    void telephoneNumbersAreReadOrRefusedInTime() {
        new HostileLines("Växel: +46 (0)8-465 004 00 (vardagar)", 1)
                .tryAll(
                        TRIES,
                        text -> orRefuse(() -> {
                            Optional<String> kept = UnitInformation.NONE
                                    .withTelephone(Optional.of(text))
                                    .telephone();
                            kept.ifPresent(number -> orRefuse(() -> Telephone.of(number)));
                        }));
        new HostileLines("08-465 004 00", 2).tryAll(TRIES, text -> orRefuse(() -> Telephone.of(text)));
    }

    @Test
    void hoursAreReadOrLeftAsTheyAreInTime() {
        new HostileLines("1-5#08:00#17:00", 3).tryAll(TRIES, text -> assertThat(HsaHours.read(List.of(text, text)))
                .isNotNull());
    }

    @Test
    void formattedTextIsCleanedInTime() {
        new HostileLines("<h2>Hej</h2><p>Läs <a href=\"https://example.org\">här</a></p><ul><li>a</li></ul>", 4)
                .tryAll(TRIES / 10, text -> {
                    String cut = text.length() <= 20_000 ? text : text.substring(0, 20_000);
                    assertThat(FormattedText.of(cut).html()).doesNotContainIgnoringCase("<script", "javascript:");
                });
    }

    private static void orRefuse(Runnable read) {
        try {
            read.run();
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(400);
        }
    }
}
