package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;
import org.careunit.api.failure.RefusedException;

/** What the records of case types allow. Each refusal starts with the name of the component that is wrong. */
final class Limits {

    private Limits() {}

    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new RefusedException(
                    name + ": write a whole number from " + least + " to " + most + "; this is " + value);
        }
        return value;
    }

    /** Lines without blanks around them all; never blank. */
    static String text(String name, String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.isEmpty() || given.length() > longest) {
            throw new RefusedException(
                    name + ": write a text of 1 to " + longest + " characters; this has " + given.length());
        }
        if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new RefusedException(name + ": write lines of text, without control characters");
        }
        return given;
    }

    static String line(String name, String text, int longest) {
        String given = text(name, text, longest);
        if (given.indexOf('\n') >= 0) {
            throw new RefusedException(name + ": write one line");
        }
        return given;
    }

    static <T> List<T> atMost(String name, List<T> values, int most) {
        List<T> given = values == null ? List.of() : values;
        if (given.size() > most || given.stream().anyMatch(Objects::isNull)) {
            throw new RefusedException(
                    name + ": write at most " + most + ", none of them null; these are " + given.size());
        }
        return List.copyOf(given);
    }
}
