package org.careunit.notifications.internal.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careunit.api.failure.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostCallTest {

    private static final String PERSON = "Test Testsson, 19121212-1212";

    static Stream<Supplier<Object>> failures() {
        return Stream.of(
                () -> null,
                () -> {
                    throw new UnavailableException("no answer about " + PERSON);
                },
                () -> {
                    throw new IllegalStateException(PERSON);
                },
                () -> {
                    throw new NoClassDefFoundError(PERSON);
                });
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverTheHostDoesMeansNotNowAndNoneOfItsWordsAreRepeated(Supplier<Object> question) {
        assertThatThrownBy(() -> HostCall.ask(this, question))
                .isInstanceOf(UnavailableException.class)
                .hasNoCause()
                .hasMessageStartingWith("The host's " + getClass().getName())
                .message()
                .doesNotContain("Testsson", "1212");
    }

    @Test
    void anAnswerIsHandedOn() {
        assertThat(HostCall.ask(this, () -> "said")).isEqualTo("said");
    }
}
