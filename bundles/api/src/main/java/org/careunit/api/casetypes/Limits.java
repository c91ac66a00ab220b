package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * What the records of case types allow. What is wrong is collected under the name of its component, so that a record
 * tells all of it at once; what is returned then is of no use.
 */
final class Limits {

    private Limits() {}

    /** Whether it is in its range. */
    static boolean isBetween(Problems problems, String name, int value, int least, int most) {
        boolean isWithin = value >= least && value <= most;
        if (!isWithin) {
            problems.add(ValueProblem.RANGE.at(name, least, most, value));
        }
        return isWithin;
    }

    /** Lines without blanks around them all; never blank. */
    static String text(Problems problems, String name, @Nullable String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.isEmpty() || given.length() > longest) {
            problems.add(ValueProblem.LENGTH.at(name, longest, given.length()));
        } else if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            problems.add(ValueProblem.CONTROL_CHARACTERS.at(name));
        }
        return given;
    }

    /** One line, without blanks around it and signs that nobody sees; never blank. */
    static String line(Problems problems, String name, @Nullable String text, int longest) {
        String given = text(problems, name, text == null ? null : PastedText.trimmed(text), longest);
        if (given.indexOf('\n') >= 0) {
            problems.add(ValueProblem.ONE_LINE.at(name));
        }
        return given;
    }

    static <T> List<T> atMost(Problems problems, String name, @Nullable List<T> values, int most) {
        List<T> given = values == null ? List.of() : values;
        if (given.size() > most || given.stream().anyMatch(Objects::isNull)) {
            problems.add(ValueProblem.TOO_MANY_OR_NULL.at(name, most, given.size()));
            return List.of();
        }
        return List.copyOf(given);
    }
}
