package org.careunit.archive.internal.packages;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes XML 1.0 in UTF-8, element by element, to one stream after the other. What XML cannot hold (control characters,
 * halves of surrogate pairs, U+FFFE, U+FFFF) is replaced by U+FFFD and counted. Encodes into one buffer of its own: a
 * package of 100 000 cases has half a million small documents.
 */
final class XmlOutput {

    private static final int SIZE = 8_192;

    /** Longer than what one character becomes. */
    private static final int ROOM = 8;

    private final byte[] buffer = new byte[SIZE];
    private int used;
    private OutputStream out = OutputStream.nullOutputStream();
    private long replaced;

    /** Goes on with another stream, and counts from 0; what went to the last one was flushed by the caller. */
    XmlOutput to(OutputStream next) {
        out = next;
        used = 0;
        replaced = 0;
        return this;
    }

    /** How many characters were replaced in this stream so far. */
    long replaced() {
        return replaced;
    }

    XmlOutput declaration() throws IOException {
        return ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** Opens an element with attributes: name, value, name, value …; one whose value is null is left out. */
    XmlOutput open(String name, Object... attributes) throws IOException {
        return begin(name, attributes).ascii(">");
    }

    XmlOutput empty(String name, Object... attributes) throws IOException {
        return begin(name, attributes).ascii("/>\n");
    }

    /** An element with text in it. */
    XmlOutput element(String name, String content, Object... attributes) throws IOException {
        begin(name, attributes).ascii(">");
        escape(content, false);
        return close(name);
    }

    XmlOutput close(String name) throws IOException {
        return ascii("</").ascii(name).ascii(">\n");
    }

    private XmlOutput begin(String name, Object... attributes) throws IOException {
        ascii("<").ascii(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                ascii(" ").ascii(attributes[i].toString()).ascii("=\"");
                escape(attributes[i + 1].toString(), true);
                ascii("\"");
            }
        }
        return this;
    }

    /** Words of ours, which need no escaping. */
    private XmlOutput ascii(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            room();
            buffer[used++] = (byte) text.charAt(i);
        }
        return this;
    }

    private void escape(String content, boolean inAttribute) throws IOException {
        int length = content.length();
        for (int i = 0; i < length; ) {
            int one = content.codePointAt(i);
            i += Character.charCount(one);
            room();
            if (isPlain(one)) {
                buffer[used++] = (byte) one;
            } else {
                special(one, inAttribute);
            }
        }
    }

    private static boolean isPlain(int one) {
        return one >= ' ' && one < 0x80 && one != '<' && one != '>' && one != '&' && one != '"';
    }

    private void special(int one, boolean inAttribute) throws IOException {
        switch (one) {
            case '<' -> ascii("&lt;");
            case '>' -> ascii("&gt;");
            case '&' -> ascii("&amp;");
            case '"' -> ascii(inAttribute ? "&quot;" : "\"");
            case '\r' -> ascii("&#13;");
            case '\n' -> ascii(inAttribute ? "&#10;" : "\n");
            case '\t' -> ascii(inAttribute ? "&#9;" : "\t");
            default -> other(one);
        }
    }

    private void other(int one) {
        if (one < ' ' || (one >= 0xD800 && one <= 0xDFFF) || one == 0xFFFE || one == 0xFFFF) {
            replaced++;
            utf8('\uFFFD');
        } else {
            utf8(one);
        }
    }

    private void utf8(int one) {
        if (one < 0x80) {
            buffer[used++] = (byte) one;
        } else if (one < 0x800) {
            buffer[used++] = (byte) (0xC0 | (one >> 6));
            buffer[used++] = (byte) (0x80 | (one & 0x3F));
        } else if (one < 0x10000) {
            buffer[used++] = (byte) (0xE0 | (one >> 12));
            buffer[used++] = (byte) (0x80 | ((one >> 6) & 0x3F));
            buffer[used++] = (byte) (0x80 | (one & 0x3F));
        } else {
            buffer[used++] = (byte) (0xF0 | (one >> 18));
            buffer[used++] = (byte) (0x80 | ((one >> 12) & 0x3F));
            buffer[used++] = (byte) (0x80 | ((one >> 6) & 0x3F));
            buffer[used++] = (byte) (0x80 | (one & 0x3F));
        }
    }

    private void room() throws IOException {
        if (used > SIZE - ROOM) {
            flush();
        }
    }

    /** Hands over what is still here; to be called at the end. */
    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
