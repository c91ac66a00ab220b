package org.careunit.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that leave the platform: without numbers of persons, however they are written, and without links. */
class LeavingTextsTest {

    private static final Duration BOUND = Duration.ofMillis(500);

    @ParameterizedTest
    @CsvFileSource(resources = "leaving-texts.tsv", delimiter = '\t', ignoreLeadingAndTrailingWhitespace = false)
    void whatCouldLeakIsRefusedWhenItIsSaved(String what, String text) {
        if (what.equals("leaks")) {
            assertThatThrownBy(() -> new StaffText("Nytt ärende", text))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("text: ");
            assertThatThrownBy(() -> new ResidentTexts("Läs", text, null)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> new ResidentTexts(text, null, null)).isInstanceOf(RefusedException.class);
        } else {
            assertThat(new StaffText("Nytt ärende", text).text()).isEqualTo(text);
            assertThat(new ResidentTexts("Läs", text, null).text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{unit}: {count} ärenden i {unit}', false",
        "'{unit} {link}', false",
        "'{link} har {count} ärenden för {unit}', false",
        "'{unit}: {count} nya ärenden', true",
        "'Nytt ärende', true",
        "'{unit}{unit}', false",
        "'{link}', true",
        "'{link}!', false",
        "'{count} {count} {count} {count} {count} {count} {count} {count} {count} {unit}', true",
        "'{count} {count} {count} {count} {count} {count} {count} {count} {count} {count} {count} {count} {unit}', false",
    })
    void aSubjectIsCountedByItsLongestFilling(String subject, boolean fits) {
        if (fits) {
            assertThat(new StaffText(subject, "Hej").subject()).isEqualTo(subject);
        } else {
            assertThatThrownBy(() -> new StaffText(subject, "Hej"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("subject: with the longest name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "19", "1-", "a.", "a", "ab.", "-", ".", "20 ", "x:", "a://"})
    void aTextIsLookedThroughInTime(String piece) {
        String text = "Hej " + piece.repeat(1_990 / piece.length());
        long begun = System.nanoTime();
        try {
            assertThat(new StaffText("Hej", text)).isNotNull();
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).startsWith("text: ");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
    }
}
