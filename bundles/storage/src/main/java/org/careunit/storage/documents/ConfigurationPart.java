package org.careunit.storage.documents;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of a unit's configuration that can be exported and imported as text. A bundle that stores such a part
 * registers it as a service. The kind of its documents is its key, so that undoing a change set finds them. Safe for
 * use by many threads.
 */
@ConsumerType
public interface ConfigurationPart {

    /** Key of the part in the text, and the kind of its documents, for example {@code settings}; never null. */
    String key();

    /**
     * The unit's saved entries, read in the caller's transaction if there is one.
     *
     * @return all entries, in their order, each as JSON; empty where the unit has saved nothing; never null
     * @throws org.careunit.api.failure.RefusedException if there is no such unit, or what is stored cannot be read
     */
    Map<String, Optional<String>> read(HsaId unit);

    /** As above, but only the existing ones among the named entries, for callers that change few of many. */
    Map<String, Optional<String>> read(HsaId unit, Set<String> entries);

    /**
     * Whether an entry that {@link #read} does not name may be saved, and is there then.
     *
     * @throws org.careunit.api.failure.RefusedException if no entry can have this key
     */
    default boolean takesNew(String entry) {
        return false;
    }

    /**
     * Normalizes an entry: returns what {@link #read} would return once the text was saved.
     *
     * @throws org.careunit.api.failure.RefusedException if it has an unknown key, lacks one, or contains what is not
     *     allowed; the message names the path within the entry
     */
    String normal(String entry, String json);

    /**
     * Saves entries of a unit in the caller's transaction, which has locked the unit and asked the access rule; writes
     * the audit rows.
     *
     * @throws org.careunit.api.failure.RefusedException if the unit does not have one of the entries; the message
     *     begins with the path from the part on
     * @throws org.careunit.api.failure.ConflictException if somebody saved one meanwhile
     */
    void save(EntryChanges changes);

    /**
     * Checks entries after a whole document was saved at the unit, or after a change set was undone, in the same
     * transaction, so that rules between entries or parts do not depend on the order of saving. Refuses what a region
     * has locked, names that do not exist and what the unit may not have.
     *
     * @throws org.careunit.api.failure.RefusedException if one cannot stay so, and all is rolled back; the message
     *     begins with the path from the part on
     */
    void check(Actor actor, HsaId unit, Set<String> entries);
}
