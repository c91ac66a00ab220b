package org.careunit.terms.internal.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.careunit.api.failure.RefusedException;

/** Reads what an operator names, as the container's own user. */
final class NamedFile {

    private static final long LARGEST = 4_000_000;

    private NamedFile() {}

    static String read(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST) {
                throw new RefusedException(file + " is too large");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new RefusedException(
                    file + " cannot be read: name a file in UTF-8 on the machine where the container runs", unreadable);
        }
    }
}
