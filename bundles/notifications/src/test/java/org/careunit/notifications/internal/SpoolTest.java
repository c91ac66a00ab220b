package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path directory;

    @Test
    void whatWasAppendedComesOutInOrderAlsoAfterANewStart() throws IOException {
        try (Spool spool = new Spool(directory)) {
            spool.append("första");
            spool.append("");
        }
        try (Spool spool = new Spool(directory)) {
            spool.append("third");
            assertThat(taken(spool)).containsExactly("första", "", "third");
            assertThat(spool.oldest()).isEmpty();
            assertThat(spool.size()).isZero();
            spool.append("fourth");
            assertThat(taken(spool)).containsExactly("fourth");
        }
    }

    @Test
    void aFileStaysUntilItIsRemoved() throws IOException {
        try (Spool spool = new Spool(directory)) {
            spool.append("a");
            assertThat(spool.oldest().orElseThrow().texts()).containsExactly("a");
            assertThat(spool.oldest().orElseThrow().texts()).containsExactly("a");
        }
    }

    @Test
    void manyTextsFillSeveralFiles() throws IOException {
        try (Spool spool = new Spool(directory)) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                texts.add(i + "x".repeat(100_000));
                spool.append(texts.get(i));
            }
            assertThat(spool.oldest().orElseThrow().texts()).hasSizeLessThan(60);
            assertThat(taken(spool)).isEqualTo(texts);
        }
    }

    /** Wherever a write was cut off, what came before it is whole, and nothing that was never written comes out. */
    @Property(tries = 200)
    void aFileThatWasCutOffGivesWhatIsWhole(
            @ForAll @Size(min = 1, max = 5) List<String> texts, @ForAll @IntRange(min = 1, max = 200) int cut)
            throws IOException {
        Path folder = Files.createTempDirectory("spool");
        try (Spool spool = new Spool(folder)) {
            for (String text : texts) {
                spool.append(text);
            }
        }
        Path file = folder.resolve("0000000000000000001.spool");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, Math.max(0, bytes.length - cut)));
        try (Spool spool = new Spool(folder)) {
            List<String> taken = taken(spool);
            assertThat(taken)
                    .hasSizeLessThan(texts.size())
                    .isEqualTo(readable(texts).subList(0, taken.size()));
        } finally {
            Files.delete(folder);
        }
    }

    /** As a text is once it was UTF-8: halves of surrogate pairs do not survive. */
    private static List<String> readable(List<String> texts) {
        return texts.stream()
                .map(text -> new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> taken(Spool spool) throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<Spool.Filed> filed = spool.oldest(); filed.isPresent(); filed = spool.oldest()) {
            all.addAll(filed.get().texts());
            spool.remove(filed.get());
        }
        return all;
    }
}
