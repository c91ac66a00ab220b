package org.careunit.journal.internal.hl7;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A character set of the messages that we write. */
public enum Hl7Charset {
    UTF_8("UNICODE UTF-8", StandardCharsets.UTF_8),
    LATIN_1("8859/1", StandardCharsets.ISO_8859_1);

    private final String name;
    private final Charset charset;

    Hl7Charset(String name, Charset charset) {
        this.name = name;
        this.charset = charset;
    }

    /** Value of MSH-18. */
    String hl7Name() {
        return name;
    }

    /** The bytes; a letter that is not in the set becomes its base letter, or a question mark. */
    byte[] encode(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (encoder.canEncode(composed)) {
            return composed.getBytes(charset);
        }
        StringBuilder written = new StringBuilder();
        composed.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> encoder.canEncode(letter) ? letter : baseOf(letter))
                .forEach(written::append);
        return written.toString().getBytes(charset);
    }

    private static String baseOf(String letter) {
        return Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
