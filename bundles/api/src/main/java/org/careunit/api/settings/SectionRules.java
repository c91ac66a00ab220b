package org.careunit.api.settings;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.PastedText;
import org.careunit.api.identity.PersonNumber;
import org.jspecify.annotations.Nullable;

/**
 * What sections allow. What is wrong is collected under the name of its component, so that a section tells all of it at
 * once; what is returned then is of no use.
 */
final class SectionRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,60}");

    /** A scheme that a mail program follows. */
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]{0,30}://|\\b(?:mailto|javascript):\\S");

    /** A host without a scheme, which mail programs turn into a link all the same, with what follows it. */
    private static final Pattern HOST =
            Pattern.compile("(?<![\\p{L}\\p{N}.-])((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,10}"
                    + "(?:\\p{L}{2,63}|xn--[a-z0-9-]{1,59}))(?![\\p{L}\\p{N}-])([/:?#]\\S)?");

    /** A host that is only numbers, with what follows it. */
    private static final Pattern NUMBERED_HOST =
            Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:[/?#]|:\\d)\\S");

    /** Where words of two signs and more on both sides of a full stop are a host; "t.ex" is none. */
    private static final Pattern WORDS = Pattern.compile("(?:[^.]{2,}\\.)+[^.]{2,}");

    private static final Set<String> SHORT_LINKS =
            Set.of("se", "com", "org", "net", "nu", "co", "io", "me", "ly", "eu");

    /** The one address that residents know; mail programs lead there and nowhere else. */
    private static final String OF_THE_PLATFORM = "1177.se";

    private SectionRules() {}

    /** Whether a value is there. */
    static boolean isPresent(Problems problems, String name, @Nullable Object value, String allowed) {
        if (value == null) {
            problems.add(ValueProblem.MISSING.at(name, allowed));
        }
        return value != null;
    }

    static void between(Problems problems, String name, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(ValueProblem.RANGE.at(name, least, most, value));
        }
    }

    /** Whether there are so many at most, none of them null: else there is nothing to look at further. */
    static boolean isAtMost(Problems problems, String name, Collection<?> values, int most) {
        if (values.size() > most) {
            problems.add(ValueProblem.TOO_MANY.at(name, most, values.size()));
            return false;
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            problems.add(ValueProblem.NULL_ITEM.at(name));
            return false;
        }
        return true;
    }

    /** The values; none of them if there are too many, or one of them is null. */
    static <T> List<T> atMost(Problems problems, String name, @Nullable List<T> values, int most) {
        return values != null && isAtMost(problems, name, values, most) ? values : List.of();
    }

    /** What is said of each case type, by its key; nothing if there are too many, or one has no key. */
    static <T> Map<CaseTypeKey, T> byCaseType(
            Problems problems, String name, @Nullable Map<CaseTypeKey, T> said, int most) {
        Map<CaseTypeKey, T> sorted = new TreeMap<>();
        if (said != null && isAtMost(problems, name, said.entrySet(), most)) {
            said.forEach((type, value) -> {
                if (isPresent(problems, name, type, "write the key of a case type")) {
                    sorted.put(type, value);
                }
            });
        }
        return sorted;
    }

    /** One line, without blanks around it and signs that nobody sees; may be blank. */
    static String line(Problems problems, String name, @Nullable String text, int longest) {
        String given = text == null ? "" : PastedText.trimmed(text);
        if (given.length() > longest || given.chars().anyMatch(Character::isISOControl)) {
            problems.add(ValueProblem.LINE.at(
                    name, longest, given.length(), given.lines().count()));
        }
        return given;
    }

    /** Lines, each ended by a line feed alone, without blanks around them all; may be blank. */
    static String text(Problems problems, String name, @Nullable String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.length() > longest) {
            problems.add(ValueProblem.TOO_LONG.at(name, longest, given.length()));
        } else if (given.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            problems.add(ValueProblem.CONTROL_CHARACTERS.at(name));
        }
        return given;
    }

    static String notBlank(Problems problems, String name, String text) {
        if (text.isBlank()) {
            problems.add(ValueProblem.MISSING_TEXT.at(name));
        }
        return text;
    }

    /** Whether all keys have the form of one; that of none is repeated. */
    static void keys(Problems problems, String name, Collection<String> keys, String what, String example) {
        if (keys.stream().anyMatch(key -> !KEY.matcher(key).matches())) {
            problems.add(SectionProblem.KEY.at(name, what, example));
        }
    }

    /** Nothing that tells who somebody is, and no link: a text that leaves the platform carries neither. */
    static void harmless(Problems problems, String name, String text) {
        if (PersonNumber.standsIn(text)) {
            problems.add(SectionProblem.LOOKS_LIKE_PERSON_NUMBER.at(name));
        }
        if (hasLink(text)) {
            problems.add(SectionProblem.LINK.at(name));
        }
        if (Normalizer.normalize(text, Normalizer.Form.NFKC).indexOf('@') >= 0) {
            problems.add(SectionProblem.AT_SIGN.at(name));
        }
    }

    private static boolean hasLink(String text) {
        String plain = Normalizer.normalize(PastedText.spaced(text), Normalizer.Form.NFKC)
                .replace('\u3002', '.');
        return SCHEME.matcher(plain).find()
                || NUMBERED_HOST.matcher(plain).find()
                || HOST.matcher(plain).results().anyMatch(found -> found.group(2) != null || isLink(found.group(1)));
    }

    private static boolean isLink(String host) {
        String end = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !host.equals(OF_THE_PLATFORM) && (WORDS.matcher(host).matches() || SHORT_LINKS.contains(end));
    }

    /** Whether a text names this as words of its own, in any letter case or in the genitive. */
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
