package org.careunit.terms.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.careunit.api.terms.TermsPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vi svarar inom {handling.days} arbetsdagar. | 1 | Vi svarar inom en arbetsdag.",
                "Inom {handling.days} helgfria vardagar.     | 1 | Inom en helgfri vardag.",
                "Inom {handling.days} vardagar.              | 2 | Inom 2 vardagar.",
                "Antal dagar: {handling.days}.               | 1 | Antal dagar: 1."
            })
    void oneDayIsWrittenAsAWord(String text, int days, String filled) {
        assertThat(new PlaceholderValues("Eken", OptionalInt.of(days))
                        .in(new TermsPoint("p", text))
                        .text())
                .isEqualTo(filled);
    }
}
