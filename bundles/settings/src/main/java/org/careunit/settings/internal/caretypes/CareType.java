package org.careunit.settings.internal.caretypes;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Care type ("vårdtyp"), by which residents search units.
 *
 * @param key 1 to 60 lower-case letters a to z, digits or hyphens; never null
 * @param name in Swedish; never blank
 * @param businessCodes the values of {@code hsaBusinessClassificationCode} that mean it; never null, empty if none is
 *     known
 * @param words everyday words that residents use for it; never null, empty if there are none
 */
public record CareType(String key, String name, SortedSet<String> businessCodes, List<String> words) {

    public CareType {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(businessCodes, "businessCodes");
        words = List.copyOf(words);
    }
}
