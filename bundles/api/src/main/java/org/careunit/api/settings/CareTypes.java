package org.careunit.api.settings;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * Section: care types by which residents find the unit ("vårdtyper"). Which care types there are is data that an
 * operator may replace.
 *
 * @param keys those that the unit offers, each 1 to 60 lower-case letters a to z, digits or hyphens; at most
 *     {@value #MOST}; never null, may be empty
 */
public record CareTypes(Set<String> keys) implements Section {

    public static final int MOST = 100;

    /** The default. */
    public static final CareTypes NONE = new CareTypes(Set.of());

    /** @throws RefusedException if a key has another form, or there are too many */
    public CareTypes {
        Problems problems = new Problems();
        Set<String> given = keys == null ? Set.of() : new HashSet<>(keys);
        if (SectionRules.isAtMost(problems, "keys", given, MOST)) {
            SectionRules.keys(problems, "keys", given, "a care type", "vardcentral");
        }
        problems.refuse();
        keys = Collections.unmodifiableSet(new TreeSet<>(given));
    }
}
