package org.careunit.itests.host;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code karaf.log} as an operator would: every warning or error must have an explanation. */
final class KarafLog {

    private static final Pattern COMPLAINT = Pattern.compile("^\\S+ \\| (WARN |ERROR|FATAL) ");
    private static final int TAIL = 40;

    private final Path container;
    private int read;

    KarafLog(Path container) {
        this.container = container;
    }

    /**
     * Fails on a complaint since the last check that is neither expected nor explained, and on an expected one that is
     * absent.
     */
    void check(String... expected) {
        var all = lines();
        var fresh = all.subList(read, all.size());
        read = all.size();
        for (var pattern : expected) {
            if (fresh.stream()
                    .noneMatch(line -> Pattern.compile(pattern).matcher(line).find())) {
                throw new AssertionError("Not in karaf.log: " + pattern + "\n" + tail());
            }
        }
        var unexplained = fresh.stream()
                .filter(line -> COMPLAINT.matcher(line).find())
                .filter(line -> Stream.concat(Stream.of(expected), Explained.PATTERNS.stream())
                        .noneMatch(pattern ->
                                Pattern.compile(pattern).matcher(line).find()))
                .collect(joining("\n"));
        if (!unexplained.isEmpty()) {
            throw new AssertionError("Unexplained in karaf.log:\n" + unexplained);
        }
    }

    /** The log begins anew. */
    void forget() {
        read = 0;
    }

    String tail() {
        var lines = lines();
        return lines.stream()
                .skip(Math.max(0, lines.size() - TAIL))
                .collect(joining("\n", "The end of karaf.log:\n", ""));
    }

    /** The process that writes it. */
    Optional<Long> pid() {
        return read("karaf.pid").stream().map(Long::valueOf).findFirst();
    }

    private List<String> lines() {
        return read("data/log/karaf.log");
    }

    private List<String> read(String name) {
        try (var found = Files.find(container, 4, (path, attributes) -> path.endsWith(name))) {
            var file = found.findFirst();
            return file.isPresent() ? Files.readAllLines(file.get()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
