package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.function.Consumer;

/** What nobody should write after a command. */
public final class HostileWords {

    public static final List<String> ALL = List.of(
            "SE1111111111-UNIT1",
            "SE1111111111-NOBODY",
            "01",
            "0180",
            "boka-tid",
            "email-notification",
            "quiet-hours",
            "vardcentral",
            "unit-administrator",
            "2026-02-30",
            "2026-03-29T02:30",
            "2026-12-24",
            "24:00",
            "-1",
            "0",
            "1.5",
            "99999999999999999999",
            "1e400",
            "NaN",
            "PT33S",
            "",
            " ",
            "\u00A0",
            "\u0000",
            "\uD800",
            "ſE1111111111-A001",
            "{",
            "{}",
            "[]",
            "null",
            "{\"x\":{",
            "{\"on\":1}",
            "[1,[2,[3",
            "female",
            "a@b",
            "test@example.org",
            "+46701234567",
            "19121212-1212",
            "on",
            "off",
            "2147483648",
            "../../etc/passwd",
            "x".repeat(5000));

    private HostileWords() {}

    /**
     * Runs a command with each of the words: it answers, or fails with a sentence; no other exception leaves it.
     *
     * @param writing puts a word where an operator writes it
     */
    public static void assertPlainAnswers(OperatorCommand command, Consumer<String> writing) {
        for (String word : ALL) {
            writing.accept(word);
            assertThatCode(() -> assertThat(TestConsole.run(command)).isNotBlank())
                    .as("written: %s", word.length() > 100 ? word.length() + " signs" : word)
                    .doesNotThrowAnyException();
        }
    }
}
