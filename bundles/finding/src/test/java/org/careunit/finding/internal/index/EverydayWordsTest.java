package org.careunit.finding.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What residents type in, judged by hand, against the names and everyday words of the shipped care types. */
class EverydayWordsTest {

    private static final Path CATALOGUE =
            Path.of("../settings/src/main/resources/org/careunit/settings/internal/caretypes/care-types.csv");

    private final List<String> keys = new ArrayList<>();
    private final WordIndex index = new WordIndex();

    @Test
    void residentsFindCareTypesByTheirOwnWords() throws IOException {
        load();
        List<String> wrong = judged().stream()
                .filter(line -> !isRight(line))
                .map(line -> String.join(" | ", line) + " found " + find(line[0]))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private void load() throws IOException {
        for (String line : Files.readAllLines(CATALOGUE)) {
            if (!line.startsWith("#")) {
                String[] fields = line.split(";", -1);
                index.add(keys.size(), fields[1] + " " + fields[3]);
                keys.add(fields[0]);
            }
        }
    }

    private static List<String[]> judged() throws IOException {
        try (InputStream words = EverydayWordsTest.class.getResourceAsStream("/everyday-words.tsv")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    private boolean isRight(String... line) {
        Set<String> found = find(line[0]);
        return found.containsAll(keys(line[1])) && keys(line[2]).stream().noneMatch(found::contains);
    }

    private Set<String> keys(String field) {
        Set<String> named = field.equals("-") ? Set.of() : Set.of(field.split(" "));
        assertThat(keys).containsAll(named);
        return named;
    }

    private Set<String> find(String searched) {
        return BitSet.valueOf(index.find(searched, keys.size() / Long.SIZE + 1)).stream()
                .mapToObj(keys::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
