package org.careunit.api.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PastedText;

/**
 * Reads a telephone number as people and EK write it: with any Unicode blanks, dashes and digits, with parentheses,
 * dots and slashes, and with a word before or after it that has no digits, such as {@code Tel:} or {@code (växel)},
 * which is left out. Several numbers or an extension are refused, since nobody can tell which one is meant.
 */
final class WrittenTelephone {

    private static final Pattern FORM =
            Pattern.compile("(?:[^0-9+(]{0,20})(\\+?[0-9(][0-9 ()./-]{1,28}[0-9])(?:[ ,(]+[^0-9]{0,20})?");
    private static final int LONGEST = 80;
    private static final int MOST_READ = 1_000;

    private WrittenTelephone() {}

    /** @throws RefusedException if it is none; the message does not repeat it */
    static String read(String written) {
        String plain = written.length() <= MOST_READ ? plain(PastedText.line(written)) : "";
        Matcher form = FORM.matcher(plain);
        if (plain.length() > LONGEST || !form.matches()) {
            throw SectionProblem.TELEPHONE.refusedAt("telephone");
        }
        return form.group(1);
    }

    /** With digits and dashes as they stand on a keyboard. */
    private static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        line.codePoints().forEach(sign -> {
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                plain.append(digit);
            } else {
                plain.append(sign == ' ' ? " " : PastedText.compact(Character.toString(sign)));
            }
        });
        return plain.toString();
    }
}
