package org.careunit.api.settings;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CaseTypeKey;

/** What sections allow. Each refusal starts with the name of the component that is wrong. */
final class SectionRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern PERSONAL_NUMBER = Pattern.compile(
            "(?<!\\d)(\\d\\d)?\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])[-+ ]?\\d{4}(?!\\d)");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|www\\.)");

    private SectionRules() {}

    static <T> T present(String name, T value, String allowed) {
        if (value == null) {
            throw ValueProblem.MISSING.refusedAt(name, allowed);
        }
        return value;
    }

    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw ValueProblem.RANGE.refusedAt(name, least, most, value);
        }
        return value;
    }

    static void atMost(String name, Collection<?> values, int most) {
        if (values.size() > most) {
            throw ValueProblem.TOO_MANY.refusedAt(name, most, values.size());
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw ValueProblem.NULL_ITEM.refusedAt(name);
        }
    }

    /** One line, without blanks around it; may be blank. */
    static String line(String name, String text, int longest) {
        String given = text == null ? "" : text.strip();
        if (given.length() > longest || given.chars().anyMatch(Character::isISOControl)) {
            throw ValueProblem.LINE.refusedAt(
                    name, longest, given.length(), given.lines().count());
        }
        return given;
    }

    /** Lines, each ended by a line feed alone, without blanks around them all; may be blank. */
    static String text(String name, String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.length() > longest) {
            throw ValueProblem.TOO_LONG.refusedAt(name, longest, given.length());
        }
        if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw ValueProblem.CONTROL_CHARACTERS.refusedAt(name);
        }
        return given;
    }

    static String notBlank(String name, String text) {
        if (text.isBlank()) {
            throw ValueProblem.MISSING_TEXT.refusedAt(name);
        }
        return text;
    }

    /** The key of a case type, in the one form that it has everywhere. */
    static String caseType(String name, String key) {
        try {
            return new CaseTypeKey(present(name, key, "write the key of a case type")).value();
        } catch (RefusedException otherForm) {
            throw otherForm.problems().get(0).path().isEmpty() ? otherForm.within(name) : otherForm;
        }
    }

    static String key(String name, String key, String what, String example) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw SectionProblem.KEY.refusedAt(name, what, example);
        }
        return key;
    }

    /** Nothing that tells who somebody is, and no link: a text that leaves the platform carries neither. */
    static String harmless(String name, String text) {
        if (PERSONAL_NUMBER.matcher(text).find()) {
            throw SectionProblem.LOOKS_LIKE_PERSON_NUMBER.refusedAt(name);
        }
        if (LINK.matcher(text).find()) {
            throw SectionProblem.LINK.refusedAt(name);
        }
        if (text.indexOf('@') >= 0) {
            throw SectionProblem.AT_SIGN.refusedAt(name);
        }
        return text;
    }

    /** Whether a text names this as words of its own, be it in other letters' case or in the genitive. */
    static boolean mentions(String name, String... texts) {
        String words = Pattern.quote(name.strip());
        return !name.isBlank()
                && Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + words + "s?(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(String.join("\n", texts))
                        .find();
    }
}
