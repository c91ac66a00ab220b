package org.careunit.journal.internal.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes a message by its byte order mark, else by the character set that its MSH-18 names, else as Latin-1. */
final class AnswerText {

    private static final Pattern SEGMENT_ENDS = Pattern.compile("[\\r\\n]+");
    private static final Pattern LATIN = Pattern.compile("8859/(\\d{1,2})");
    private static final int CHARSET_FIELD = 17;

    /** The name and all delimiters. */
    private static final int SHORTEST_HEADER = 8;

    private AnswerText() {}

    /** The segments, each without blanks around it; none if this is no HL7 message. */
    static List<String> segments(byte[] message) {
        List<String> segments = Arrays.stream(SEGMENT_ENDS.split(decode(message).strip()))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList();
        boolean hasHeader = !segments.isEmpty()
                && segments.get(0).startsWith("MSH")
                && segments.get(0).length() >= SHORTEST_HEADER;
        return hasHeader ? segments : List.of();
    }

    private static String decode(byte[] message) {
        if (starts(message, 0xEF, 0xBB, 0xBF)) {
            return new String(message, 3, message.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(message, 0xFE, 0xFF) || starts(message, 0xFF, 0xFE)) {
            return new String(message, StandardCharsets.UTF_16);
        }
        if (starts(message, 'M', 0)) {
            return new String(message, StandardCharsets.UTF_16LE);
        }
        if (starts(message, 0, 'M')) {
            return new String(message, StandardCharsets.UTF_16BE);
        }
        String latin = new String(message, StandardCharsets.ISO_8859_1);
        Charset charset = named(latin);
        return charset.equals(StandardCharsets.ISO_8859_1) ? latin : new String(message, charset);
    }

    private static boolean starts(byte[] message, int... bytes) {
        if (message.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((message[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The header is in ASCII whatever the rest is in. */
    private static Charset named(String latin) {
        String header = SEGMENT_ENDS.split(latin.strip(), 2)[0];
        if (header.length() < SHORTEST_HEADER) {
            return StandardCharsets.ISO_8859_1;
        }
        String[] fields = header.split(Pattern.quote(header.substring(3, 4)), -1);
        String name =
                fields.length > CHARSET_FIELD ? fields[CHARSET_FIELD].strip().toUpperCase(Locale.ROOT) : "";
        if (name.equals("UNICODE UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        Matcher part = LATIN.matcher(name);
        boolean isKnown = part.matches() && Charset.isSupported("ISO-8859-" + part.group(1));
        return isKnown ? Charset.forName("ISO-8859-" + part.group(1)) : StandardCharsets.ISO_8859_1;
    }
}
