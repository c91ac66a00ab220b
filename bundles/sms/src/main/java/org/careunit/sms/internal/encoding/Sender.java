package org.careunit.sms.internal.encoding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sender of SMS, as telephones show it: a name, a number with its country, or a short number of the operator's.
 *
 * @param value never null
 * @param typeOfNumber 5 for a name, 1 for a number with its country, 3 for a short number (SMPP 3.4, 5.2.5)
 * @param numberingPlan 1 for numbers with their country, else 0 (SMPP 3.4, 5.2.6)
 */
public record Sender(String value, byte typeOfNumber, byte numberingPlan) {

    private static final Pattern NUMBER = Pattern.compile("\\+?([1-9][0-9]{6,14})");
    private static final Pattern SHORT = Pattern.compile("[0-9]{3,6}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 ._&-]{1,11}");

    /** Reads one; empty if it has none of the forms. */
    public static Optional<Sender> of(String written) {
        if (NUMBER.matcher(written).matches()) {
            return Optional.of(new Sender(written.replace("+", ""), (byte) 1, (byte) 1));
        }
        if (SHORT.matcher(written).matches()) {
            return Optional.of(new Sender(written, (byte) 3, (byte) 0));
        }
        boolean isName = NAME.matcher(written).matches()
                && !written.toLowerCase(Locale.ROOT).equals(written.toUpperCase(Locale.ROOT));
        return isName ? Optional.of(new Sender(written, (byte) 5, (byte) 0)) : Optional.empty();
    }

    /** As people write it: a number with its country has its plus. */
    public String written() {
        return typeOfNumber == 1 ? "+" + value : value;
    }
}
