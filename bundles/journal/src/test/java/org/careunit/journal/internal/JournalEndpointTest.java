package org.careunit.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "careunit.journal~north, journal-north",
        "careunit.journal.0e6f7a1c, journal-0e6f7a1c",
        "careunit.journal, journal",
    })
    void itIsCalledAsItsConfigurationIs(String pid, String name) {
        assertThat(JournalEndpoint.nameOf(pid)).isEqualTo(name);
    }

    @Test
    void theExampleShowsEveryKeyAndItsDefault() throws Exception {
        String example = Files.readString(Path.of("src/main/cfg/careunit.journal.cfg"));
        assertThat(Pattern.compile("^# ([.\\w]+) = ?(.*)$", Pattern.MULTILINE)
                        .matcher(example)
                        .results()
                        .map(line -> line.group(1) + "=" + line.group(2)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(JournalConfig.class.getDeclaredMethods())
                        .map(JournalEndpointTest::line)
                        .toList());
    }

    private static String line(Method key) {
        return key.getName().replace('_', '.') + "=" + key.getDefaultValue();
    }

    @Test
    void withoutAnyConfigurationItIsWell() {
        assertThat(JournalHealth.of(List.of()).isOk()).isTrue();
    }
}
