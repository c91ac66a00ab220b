package org.careunit.storage.documents;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of a unit's configuration that can be written as text; a bundle that keeps one registers it as a service. Its
 * documents are of the kind that its key names, so that taking back a change set finds them. Safe for use by many
 * threads.
 */
@ConsumerType
public interface ConfigurationPart {

    /** Names it in the text and as the kind of its documents, for example {@code settings}; never null. */
    String key();

    /**
     * What a unit has saved, as it stands in the caller's transaction where there is one.
     *
     * @return all entries, in their order, each as JSON; empty where the unit has saved nothing; never null
     * @throws org.careunit.api.failure.RefusedException if there is no such unit, or what is stored cannot be read
     */
    Map<String, Optional<String>> read(HsaId unit);

    /** As above, those alone of the named entries that there are: who changes few of many reads no more than that. */
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
     * What {@link #read} would answer once somebody's text was saved.
     *
     * @throws org.careunit.api.failure.RefusedException if it has an unknown key, lacks one, or holds what is not
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
     * Looks at entries once everything that a document says is saved at the unit, or once a change set is taken back,
     * in the same transaction: so a rule that holds between entries, or between parts, asks for no order of theirs.
     * What a region has locked, names that do not exist and what a unit may not have is refused here.
     *
     * @throws org.careunit.api.failure.RefusedException if one cannot stay so, and all is rolled back; the message
     *     begins with the path from the part on
     */
    void check(Actor actor, HsaId unit, Set<String> entries);
}
