package org.careunit.mail.internal.bounces;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail or of a part, unfolded. The first line that is no field ends them. */
final class MimeHeaders {

    private static final int MOST = 500;
    private static final int LONGEST = 10_000;

    private final List<Field> fields = new ArrayList<>();

    /** Where the body begins in the text that was read. */
    private int end;

    private record Field(String name, String value) {

        /** Nothing of its value. */
        @Override
        public String toString() {
            return "Field[" + value.length() + " characters]";
        }
    }

    private MimeHeaders() {}

    /** Reads the fields at the beginning of a text whose lines end with line feeds. */
    static MimeHeaders read(String text) {
        MimeHeaders headers = new MimeHeaders();
        int at = 0;
        StringBuilder line = new StringBuilder();
        while (at < text.length() && headers.fields.size() < MOST) {
            int eol = endOfLine(text, at);
            boolean isFolded = text.charAt(at) == ' ' || text.charAt(at) == '\t';
            if (eol == at || (!isFolded && !isField(text, at, eol))) {
                at = eol == at ? Math.min(eol + 1, text.length()) : at;
                break;
            }
            if (!isFolded) {
                headers.add(line);
            }
            append(line, text, at, eol);
            at = Math.min(eol + 1, text.length());
        }
        headers.add(line);
        headers.end = at;
        return headers;
    }

    static int endOfLine(String text, int from) {
        int eol = text.indexOf('\n', from);
        return eol < 0 ? text.length() : eol;
    }

    /** Whether a line has a name, a colon and no blank between. */
    static boolean isField(String text, int from, int eol) {
        for (int at = from; at < eol && at - from < 100; at++) {
            char sign = text.charAt(at);
            if (sign == ':') {
                return at > from;
            }
            if (sign <= ' ' || sign > '~') {
                return false;
            }
        }
        return false;
    }

    private static void append(StringBuilder line, String text, int from, int eol) {
        int room = LONGEST - line.length();
        if (room > 0) {
            line.append(line.length() > 0 ? " " : "").append(text, from, Math.min(eol, from + room));
        }
    }

    private void add(StringBuilder line) {
        int colon = line.indexOf(":");
        if (colon > 0) {
            fields.add(new Field(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip()));
        }
        line.setLength(0);
    }

    int end() {
        return end;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether there is a field of that name, an empty one too. */
    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** The first field of a name, in lower case; empty if there is none. */
    String get(String name) {
        return first(name).orElse("");
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }
}
