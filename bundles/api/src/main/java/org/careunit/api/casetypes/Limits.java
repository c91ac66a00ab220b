package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;
import org.careunit.api.failure.ValueProblem;

/** What the records of case types allow. Each refusal starts with the name of the component that is wrong. */
final class Limits {

    private Limits() {}

    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw ValueProblem.RANGE.refusedAt(name, least, most, value);
        }
        return value;
    }

    /** Lines without blanks around them all; never blank. */
    static String text(String name, String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.isEmpty() || given.length() > longest) {
            throw ValueProblem.LENGTH.refusedAt(name, longest, given.length());
        }
        if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw ValueProblem.CONTROL_CHARACTERS.refusedAt(name);
        }
        return given;
    }

    static String line(String name, String text, int longest) {
        String given = text(name, text, longest);
        if (given.indexOf('\n') >= 0) {
            throw ValueProblem.ONE_LINE.refusedAt(name);
        }
        return given;
    }

    static <T> List<T> atMost(String name, List<T> values, int most) {
        List<T> given = values == null ? List.of() : values;
        if (given.size() > most || given.stream().anyMatch(Objects::isNull)) {
            throw ValueProblem.TOO_MANY_OR_NULL.refusedAt(name, most, given.size());
        }
        return List.copyOf(given);
    }
}
