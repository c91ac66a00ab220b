package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"--json", "-x", "-"})
    void whatBeginsLikeAnOptionIsNoFile(String option) {
        assertThatThrownBy(() -> NamedFile.path(option))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(option + " is no file: put options first");
        assertThatThrownBy(() -> NamedFile.read(option)).hasMessageContaining("put options first");
        assertThat(NamedFile.path("./" + option)).isEqualTo(Path.of(".", option));
    }

    @Test
    void whatIsInItIsReadAsUtf8OrRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("text"), "Mottagning Å");
        assertThat(NamedFile.read(file.toString())).isEqualTo("Mottagning Å");
        assertThatThrownBy(() -> NamedFile.read(directory.resolve("none").toString()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> NamedFile.path("a\0b")).isInstanceOf(RefusedException.class);
    }
}
