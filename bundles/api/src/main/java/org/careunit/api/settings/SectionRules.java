package org.careunit.api.settings;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.PastedText;
import org.careunit.api.identity.PersonNumber;

/** What sections allow. Each refusal starts with the name of the component that is wrong. */
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

    static String key(String name, String key, String what, String example) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw SectionProblem.KEY.refusedAt(name, what, example);
        }
        return key;
    }

    /** Nothing that tells who somebody is, and no link: a text that leaves the platform carries neither. */
    static String harmless(String name, String text) {
        if (PersonNumber.standsIn(text)) {
            throw SectionProblem.LOOKS_LIKE_PERSON_NUMBER.refusedAt(name);
        }
        if (hasLink(text)) {
            throw SectionProblem.LINK.refusedAt(name);
        }
        if (Normalizer.normalize(text, Normalizer.Form.NFKC).indexOf('@') >= 0) {
            throw SectionProblem.AT_SIGN.refusedAt(name);
        }
        return text;
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
