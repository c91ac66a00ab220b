package org.careunit.settings.internal.telephone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PastedText;
import org.careunit.settings.internal.problems.SettingsProblem;

/**
 * A telephone number that exists by the numbering plan of its country. Its {@code toString} hides the number.
 *
 * @param e164 to dial and to keep, such as {@code +4681234567}; never null
 * @param shown as it is written in Sweden, foreign ones with their country; never null
 */
public record Telephone(String e164, String shown) {

    private static final String HOME = "SE";
    private static final int MOST_READ = 1_000;

    /** An O for a 0, or a second number: the library would leave out the letters and dial another number. */
    private static final Pattern LETTERS_WITHIN = Pattern.compile("\\p{Nd}\\p{L}+\\p{Nd}");

    /**
     * Reads a number as people write it; without a country it is Swedish.
     *
     * @throws RefusedException if there can be no such number; the message does not repeat it
     */
    public static Telephone of(String written) {
        if (written.length() > MOST_READ) {
            throw refused(null);
        }
        PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
        PhoneNumber number = parsed(plan, written);
        if (!plan.isValidNumber(number) || number.hasExtension()) {
            throw refused(null);
        }
        boolean isHome = HOME.equals(plan.getRegionCodeForNumber(number));
        return new Telephone(
                plan.format(number, PhoneNumberFormat.E164),
                plan.format(number, isHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL));
    }

    private static PhoneNumber parsed(PhoneNumberUtil plan, String written) {
        String compact = PastedText.compact(written);
        if (LETTERS_WITHIN.matcher(compact).find()) {
            throw refused(null);
        }
        try {
            return plan.parse(compact, HOME);
        } catch (NumberParseException malformed) {
            throw refused(malformed);
        }
    }

    private static RefusedException refused(Throwable cause) {
        return new RefusedException(SettingsProblem.NO_SUCH_NUMBER.at("telephone"), cause);
    }

    @Override
    public String toString() {
        return "a telephone number";
    }
}
