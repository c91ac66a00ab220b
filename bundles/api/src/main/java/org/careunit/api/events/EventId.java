package org.careunit.api.events;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * The host's identifier of one event. The same id twice changes nothing.
 *
 * @param value 1 to 100 letters, digits or {@code . _ : -}; never null
 */
public record EventId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** @throws RefusedException if {@code value} has another form */
    public EventId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new RefusedException(
                    "An event id has 1 to 100 letters, digits or . _ : - and no blanks; this one has " + value.length()
                            + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
