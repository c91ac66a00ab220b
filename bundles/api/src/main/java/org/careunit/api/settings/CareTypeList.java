package org.careunit.api.settings;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The care types there are ("vårdtyper"): data that an operator may replace. Anybody may read it. Safe for use by many
 * threads; answers from memory.
 */
@ProviderType
public interface CareTypeList {

    /** All, in the order to show them; never empty. */
    List<CareType> all();

    /**
     * What residents search units by.
     *
     * @param key as in {@link CareTypes#keys}; never null
     * @param name in Swedish, for example "Vårdcentral"; never null
     * @param words everyday words that find it, too, for example "mvc"; never null, may be empty
     */
    record CareType(String key, String name, List<String> words) {
        public CareType {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(name, "name");
            words = List.copyOf(words);
        }
    }
}
