package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes XML 1.0 in UTF-8, element by element, to a stream. What XML cannot hold (control characters, halves of
 * surrogate pairs, U+FFFE, U+FFFF) is replaced by U+FFFD and counted.
 */
final class XmlOutput {

    private static final int BATCH = 8_192;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(BATCH + 256);
    private long replaced;

    XmlOutput(OutputStream out) {
        this.out = out;
    }

    /** How many characters were replaced so far. */
    long replaced() {
        return replaced;
    }

    XmlOutput declaration() {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return this;
    }

    /** Opens an element with attributes: name, value, name, value …; one whose value is null is left out. */
    XmlOutput open(String name, Object... attributes) throws IOException {
        begin(name, attributes);
        text.append('>');
        return batch();
    }

    XmlOutput empty(String name, Object... attributes) throws IOException {
        begin(name, attributes);
        text.append("/>\n");
        return batch();
    }

    /** An element with text in it. */
    XmlOutput element(String name, String content, Object... attributes) throws IOException {
        begin(name, attributes);
        text.append('>');
        escape(content, false);
        text.append("</").append(name).append(">\n");
        return batch();
    }

    XmlOutput close(String name) throws IOException {
        text.append("</").append(name).append(">\n");
        return batch();
    }

    private void begin(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1].toString(), true);
                text.append('"');
            }
        }
    }

    private void escape(String content, boolean inAttribute) {
        for (int i = 0; i < content.length(); ) {
            int one = content.codePointAt(i);
            i += Character.charCount(one);
            switch (one) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append(inAttribute ? "&quot;" : "\"");
                case '\r' -> text.append("&#13;");
                case '\n' -> text.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> text.append(inAttribute ? "&#9;" : "\t");
                default -> append(one);
            }
        }
    }

    private void append(int one) {
        if (one < ' ' || (one >= 0xD800 && one <= 0xDFFF) || one == 0xFFFE || one == 0xFFFF) {
            replaced++;
            text.append('\uFFFD');
        } else {
            text.appendCodePoint(one);
        }
    }

    private XmlOutput batch() throws IOException {
        if (text.length() >= BATCH) {
            flush();
        }
        return this;
    }

    /** Hands over what is still here; to be called at the end. */
    void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
