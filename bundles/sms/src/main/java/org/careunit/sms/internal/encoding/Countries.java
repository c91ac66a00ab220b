package org.careunit.sms.internal.encoding;

import java.util.List;
import java.util.regex.Pattern;
import org.careunit.api.identity.TelephoneNumber;

/**
 * Allow-list of countries for SMS, by number prefixes.
 *
 * @param prefixes such as {@code +46}; {@code +} alone allows every country; never empty
 */
public record Countries(List<String> prefixes) {

    private static final Pattern PREFIX = Pattern.compile("\\+([1-9][0-9]{0,6})?");

    public Countries {
        prefixes = List.copyOf(prefixes);
    }

    public static boolean isPrefix(String written) {
        return PREFIX.matcher(written).matches();
    }

    public boolean allow(TelephoneNumber number) {
        return prefixes.stream().anyMatch(number.e164()::startsWith);
    }
}
