package org.careunit.api.directory;

import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks staff and units up in the directory. Answers are remembered for a while and served, marked as stale, when the
 * directory is down. Safe for use by many threads; a call takes no longer than the configured time-out.
 *
 * <p>All methods throw {@link org.careunit.api.failure.UnavailableException} if the directory cannot be asked now and
 * nothing is remembered, or only that nothing was found: an empty answer is never a stale one.
 *
 * <p>A host that registers its own with a higher service ranking is asked in place of Careunit's, while people wait: it
 * answers within two seconds. Careunit remembers nothing on its behalf, and asks for the same often: it caches what it
 * wants to be asked less often, and asks its source again after a {@link org.careunit.api.changes.ChangeNotice} of the
 * kinds {@code directory-unit} and {@code directory-staff}.
 */
@ConsumerType
public interface StaffDirectory {

    /**
     * The entries of a staff member: one person may have several, for several employments.
     *
     * @return never null; an empty list if nobody has this HSA-id. Entries whose employment is in effect now come first
     */
    DirectoryAnswer<List<StaffEntry>> staff(StaffId id);

    /**
     * The entries of a person, who may have several HSA-ids with several entries each.
     *
     * @return never null; an empty list if there is no such person
     */
    DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number);

    /** The entry of a care unit; never null, empty if there is no such unit. */
    DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id);

    /**
     * Whether a directory is configured, without errors; until then there are only cached answers. Answers from memory.
     */
    default boolean isSetUp() {
        return true;
    }
}
