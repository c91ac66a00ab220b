package org.careunit.api.events;

import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.PersonNumber;

/**
 * The host's identifier of one event. The same id twice changes nothing.
 *
 * @param value 1 to 100 letters, digits or {@code . _ : -}; never null and never a personal identity number
 */
public record EventId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** @throws RefusedException if {@code value} has another form or is a personal identity number */
    public EventId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw ValueProblem.EVENT_ID.refused(value.length());
        }
        PersonNumber.refuseAs("An event id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
