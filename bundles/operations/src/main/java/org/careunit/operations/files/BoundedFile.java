package org.careunit.operations.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads regular files up to a maximum size. A device, a pipe or a directory is refused unread. */
public final class BoundedFile {

    private BoundedFile() {}

    /** The most bytes of a file that an operator writes by hand. */
    public static final long USUAL = 4_000_000;

    /**
     * Its content as text in UTF-8, without a byte order mark.
     *
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     * @throws IOException as {@link #read}
     */
    public static String text(Path file, long largest) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(read(file, largest)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Its beginning, or all of it if it is not larger.
     *
     * @param most how many bytes at most
     * @throws IOException if it is no regular file, or cannot be read; the message says which, for an operator
     */
    public static byte[] beginning(Path file, int most) throws IOException {
        requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    private static void requireRegular(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.exists(file) ? "it is not a regular file" : "there is no such file");
        }
    }

    /**
     * What is in it.
     *
     * @param largest the most bytes
     * @throws IOException if it is no regular file, larger, or cannot be read; the message says which, for an operator
     */
    public static byte[] read(Path file, long largest) throws IOException {
        requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(largest + 1));
            if (bytes.length > largest) {
                throw new IOException("it has more than " + largest + " bytes");
            }
            return bytes;
        }
    }
}
