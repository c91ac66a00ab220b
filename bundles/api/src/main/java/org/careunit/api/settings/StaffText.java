package org.careunit.api.settings;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * An e-mail that staff read, before {@code {count}}, {@code {unit}} and {@code {link}} are filled in. What looks like a
 * personal identity number, links and e-mail addresses are refused.
 *
 * @param subject one line of at most 150 characters, and 200 with the longest name filled in; never blank
 * @param text plain text of at most 2 000 characters; never blank
 */
public record StaffText(String subject, String text) {

    /** The longest name of a unit, link and count that may be filled in: they decide whether a text can be sent. */
    public static final int LONGEST_NAME = 120;

    public static final int LONGEST_LINK = 200;

    private static final String LONGEST_COUNT = "999999";
    private static final int LONGEST_SUBJECT = 200;

    private static final Set<String> KNOWN = Set.of("{count}", "{unit}", "{link}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]*}|[{}]");

    /** @throws RefusedException if a text is missing, too long, or contains what may not leave */
    public StaffText {
        subject = SectionRules.line("subject", checked("subject", subject, 150), 150);
        int filled = longestFilling(subject).length();
        if (filled > LONGEST_SUBJECT) {
            throw SectionProblem.SUBJECT_LENGTH.refusedAt("subject", filled, LONGEST_SUBJECT);
        }
        text = checked("text", text, 2_000);
    }

    /** The text as long as it can become. */
    static String longestFilling(String text) {
        return text.replace("{count}", LONGEST_COUNT)
                .replace("{unit}", "N".repeat(LONGEST_NAME))
                .replace("{link}", "l".repeat(LONGEST_LINK));
    }

    static String checked(String name, String text, int longest) {
        String given = SectionRules.notBlank(name, SectionRules.text(name, text, longest));
        Matcher braces = BRACES.matcher(given);
        while (braces.find()) {
            if (!KNOWN.contains(braces.group())) {
                throw SectionProblem.PLACEHOLDER.refusedAt(
                        name,
                        braces.group().substring(0, Math.min(30, braces.group().length())),
                        "{count}",
                        "{unit}",
                        "{link}");
            }
        }
        return SectionRules.harmless(name, given);
    }
}
