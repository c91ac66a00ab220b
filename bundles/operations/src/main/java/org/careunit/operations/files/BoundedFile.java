package org.careunit.operations.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that others named: regular ones only, up to a bound. A device, a pipe or a directory is refused unread. */
public final class BoundedFile {

    private BoundedFile() {}

    /**
     * What is in it.
     *
     * @param largest the most bytes
     * @throws IOException if it is no regular file, larger, or cannot be read; the message says which, for an operator
     */
    public static byte[] read(Path file, long largest) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.exists(file) ? "it is not a regular file" : "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(largest + 1));
            if (bytes.length > largest) {
                throw new IOException("it has more than " + largest + " bytes");
            }
            return bytes;
        }
    }
}
