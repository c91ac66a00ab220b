package org.careunit.api.settings;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;

/**
 * What residents find the unit by ("vårdtyper"). Which care types there are is data that an operator may replace.
 *
 * @param keys those that the unit offers, each 1 to 60 lower-case letters a to z, digits or hyphens; never null, may be empty
 */
public record CareTypes(Set<String> keys) implements Section {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,60}");

    /** What holds until the unit decides. */
    public static final CareTypes NONE = new CareTypes(Set.of());

    /** @throws RefusedException if a key has another form */
    public CareTypes {
        keys = keys == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(keys));
        for (String key : keys) {
            if (!FORM.matcher(key).matches()) {
                throw new RefusedException(
                        "keys: the key of a care type has 1 to 60 lower-case letters, digits or hyphens, for example"
                                + " vardcentral");
            }
        }
    }
}
