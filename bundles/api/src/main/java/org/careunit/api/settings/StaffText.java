package org.careunit.api.settings;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.careunit.api.failure.Problems;
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
    private static final int LONGEST_WRITTEN_SUBJECT = 150;
    private static final int LONGEST_TEXT = 2_000;

    /** So much of what stands in braces is repeated in a refusal. */
    private static final int SHOWN = 30;

    private static final Set<String> KNOWN = Set.of("{count}", "{unit}", "{link}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]*}|[{}]");

    /** @throws RefusedException if a text is missing, too long, or contains what may not leave */
    public StaffText {
        Problems problems = new Problems();
        subject = SectionRules.line(problems, "subject", subject, LONGEST_WRITTEN_SUBJECT);
        requireSubject(problems, subject);
        text = SectionRules.text(problems, "text", text, LONGEST_TEXT);
        requireHarmless(problems, "text", text, LONGEST_TEXT);
        problems.refuse();
    }

    private static void requireSubject(Problems problems, String subject) {
        requireHarmless(problems, "subject", subject, LONGEST_WRITTEN_SUBJECT);
        int filled = longestFilling(subject).length();
        if (subject.length() <= LONGEST_WRITTEN_SUBJECT && filled > LONGEST_SUBJECT) {
            problems.add(SectionProblem.SUBJECT_LENGTH.at("subject", filled, LONGEST_SUBJECT));
        }
    }

    /** The text as long as it can become. */
    static String longestFilling(String text) {
        return text.replace("{count}", LONGEST_COUNT)
                .replace("{unit}", "N".repeat(LONGEST_NAME))
                .replace("{link}", "l".repeat(LONGEST_LINK));
    }

    /** Looks at what a text holds, unless it is too long, which somebody has told already. */
    static void requireHarmless(Problems problems, String name, String text, int longest) {
        SectionRules.notBlank(problems, name, text);
        if (text.length() > longest) {
            return;
        }
        BRACES.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(braces -> !KNOWN.contains(braces))
                .distinct()
                .forEach(braces -> problems.add(SectionProblem.PLACEHOLDER.at(
                        name, braces.substring(0, Math.min(SHOWN, braces.length())), "{count}", "{unit}", "{link}")));
        SectionRules.harmless(problems, name, text);
    }
}
