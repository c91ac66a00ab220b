package org.careunit.journal.internal.hl7;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes one segment of a message; values are escaped, so that none of them can end a field, a segment or a frame. */
final class Segment {

    private static final String FIELD = "|";
    private static final String COMPONENT = "^";

    private final List<String> fields = new ArrayList<>();

    /** @param name such as {@code PID} */
    Segment(String name) {
        fields.add(name);
    }

    /** Sets a field to one value. */
    Segment field(int number, String value) {
        return set(number, escape(value));
    }

    /** Sets a field to components; those at the end that are empty are left out. */
    Segment components(int number, String... values) {
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            field.append(i == 0 ? "" : COMPONENT).append(escape(values[i]));
        }
        return set(number, field.toString().replaceAll("\\^+$", ""));
    }

    /** Sets a field to what is written already. */
    Segment written(int number, String text) {
        return set(number, text);
    }

    private Segment set(int number, String text) {
        if (number >= fields.size()) {
            fields.addAll(Collections.nCopies(number - fields.size() + 1, ""));
        }
        fields.set(number, text);
        return this;
    }

    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(sign -> escaped.append(escape((char) sign)));
        return escaped.toString();
    }

    private static String escape(char sign) {
        return switch (sign) {
            case '\\' -> "\\E\\";
            case '|' -> "\\F\\";
            case '^' -> "\\S\\";
            case '&' -> "\\T\\";
            case '~' -> "\\R\\";
            default -> Character.isISOControl(sign) ? "" : Character.toString(sign);
        };
    }

    @Override
    public String toString() {
        return String.join(FIELD, fields);
    }
}
