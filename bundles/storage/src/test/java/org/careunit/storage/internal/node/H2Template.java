package org.careunit.storage.internal.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.careunit.storage.internal.database.Migrations;
import org.careunit.storage.internal.database.Pools;

/** An empty embedded database, migrated once for all tests of this JVM, to be copied. */
public final class H2Template {

    private static final String FILE = "careunit.mv.db";
    private static final byte[] CONTENT = content();

    private H2Template() {}

    /** Makes a database there, unless there is one. */
    public static void copyTo(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(directory);
                Files.write(file, CONTENT);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] content() {
        try {
            Path directory = Files.createTempDirectory("careunit-template");
            StorageSettings settings = TestStore.h2(directory);
            try (var pool = Pools.open(settings)) {
                new Migrations(pool, true).run();
            }
            byte[] content = Files.readAllBytes(directory.resolve(FILE));
            delete(directory);
            return content;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
