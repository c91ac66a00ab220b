package org.careunit.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for Careunit's files that is deleted afterwards. */
public final class TemporaryHome implements AutoCloseable {

    private static final String PROPERTY = "karaf.base";

    private final Path base;

    private TemporaryHome(Path base) {
        this.base = base;
    }

    public static TemporaryHome create() {
        try {
            return new TemporaryHome(Files.createTempDirectory("careunit-testkit"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where Careunit's files are. */
    public Path directory() {
        return base.resolve("careunit");
    }

    /**
     * Runs something to which this is the container's directory. It reads that from a system property, so only one of
     * them runs at a time.
     */
    public void whileHome(Runnable action) {
        synchronized (TemporaryHome.class) {
            String before = System.getProperty(PROPERTY);
            System.setProperty(PROPERTY, base.toString());
            try {
                action.run();
            } finally {
                if (before == null) {
                    System.clearProperty(PROPERTY);
                } else {
                    System.setProperty(PROPERTY, before);
                }
            }
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
