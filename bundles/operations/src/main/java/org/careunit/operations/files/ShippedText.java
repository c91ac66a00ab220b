package org.careunit.operations.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads text files that a bundle carries beside its classes. */
public final class ShippedText {

    private ShippedText() {}

    /**
     * The content of a file, as text in UTF-8.
     *
     * @param beside a class in the same package and bundle
     * @param name of the file, which must be there
     */
    public static String of(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
