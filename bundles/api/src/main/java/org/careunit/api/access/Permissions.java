package org.careunit.api.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Manages the permissions of units' staff. Safe for use by many threads. All methods throw
 * {@link NotPermittedException} if the actor may not, and {@link org.careunit.api.failure.UnavailableException} if the
 * store is out of reach.
 *
 * <p>A unit keeps a unit administrator whose permission has effect now and has no end: removing, un-ticking, locking or
 * dating the last one is refused. A unit that is closed takes no changes at all
 * ({@link org.careunit.api.failure.RefusedException}). That a permission expires or an employment ends is not:
 * {@link #findings} tells.
 *
 * <p>A personal identity number is taken as people paste it: 10 or 12 digits, with {@code -}, {@code +} or neither,
 * blanks around it. It is kept as a keyed hash only, and no message repeats it.
 */
@ProviderType
public interface Permissions {

    /** The units at which the one who acts has a permission in effect, by HSA-id; none for anybody but staff. */
    List<HsaId> unitsOf(Actor actor);

    /** Everybody with a permission at a unit, in effect or not, by HSA-id. */
    List<StaffAtUnit> atUnit(Actor actor, HsaId unit);

    /**
     * Looks a colleague up in the directory ("Hämta"), and here.
     *
     * @param number a personal identity number or co-ordination number, as pasted
     * @return by HSA-id, of which one person may have several; an empty list if nobody has this number
     * @throws org.careunit.api.failure.RefusedException if that is not such a number
     * @throws org.careunit.api.failure.UnavailableException if the directory cannot be asked either, and last said
     *     nothing of them
     */
    DirectoryAnswer<List<Colleague>> lookUp(Actor actor, HsaId unit, String number);

    /**
     * Makes an account for a colleague who has none and gives them permissions ("Registrera", "Tilldela"): both or
     * neither.
     *
     * @param number as pasted
     * @param picked which HSA-id, where the directory gives several; may be empty otherwise
     * @param grants what they shall be at the unit, and when; not empty
     * @throws org.careunit.api.failure.RefusedException if the directory knows nobody with this number who is employed,
     *     if it knows several HSA-ids and none of them is picked, or if there is an account already: then assign
     * @throws org.careunit.api.failure.UnavailableException if the directory cannot be asked now; an earlier answer
     *     does not do here
     */
    StaffAtUnit register(
            Actor actor, HsaId unit, String number, Optional<StaffId> picked, Map<Permission, GrantPeriod> grants);

    /** As below, without beginning and end. */
    StaffAtUnit assign(Actor actor, HsaId unit, StaffId staff, Set<Permission> permissions);

    /**
     * Gives a staff member exactly these permissions at a unit, in place of those they had. Whoever is locked stays so.
     *
     * @param grants not empty: taking everything away is {@link #remove}
     * @throws org.careunit.api.failure.RefusedException if it is empty, if there is no such unit, if there is no
     *     account (but an operator, or the host for a unit's first administrator, makes one), if something new is
     *     granted to somebody whom the directory does not know or not as employed now, or if the unit would lose its
     *     last unit administrator
     * @throws org.careunit.api.failure.UnavailableException if an account has to be made and the directory that is set
     *     up cannot be asked now
     */
    StaffAtUnit assign(Actor actor, HsaId unit, StaffId staff, Map<Permission, GrantPeriod> grants);

    /**
     * Takes all permissions of a staff member at a unit away, and them off its list. Calling this is the confirmation.
     *
     * @throws org.careunit.api.failure.RefusedException if they have none there, or if the unit would lose its last
     *     unit administrator
     */
    void remove(Actor actor, HsaId unit, StaffId staff);

    /**
     * All versions of a staff member's permissions at a unit, newest first, each with who changed what from what to
     * what. What was granted before versions were kept is the first, by Careunit itself. Locks and accounts are in the
     * audit trail.
     *
     * @return never null; empty for somebody who never had a permission there
     */
    List<Saved<Map<Permission, GrantPeriod>>> history(Actor actor, HsaId unit, StaffId staff);

    /** As above, page by page. */
    default Page<Saved<Map<Permission, GrantPeriod>>> history(
            Actor actor, HsaId unit, StaffId staff, PageRequest page) {
        return Saved.page(history(actor, unit, staff), page);
    }

    /**
     * Gives a staff member what they had by an earlier version, as {@link #assign(Actor, HsaId, StaffId, Map) assign}
     * does; where that was nothing, as {@link #remove} does. Whoever is locked stays so.
     *
     * @return what they are there now, with no permission if that version gave none
     * @throws org.careunit.api.failure.RefusedException if there is no such version, and as those two
     */
    StaffAtUnit restore(Actor actor, HsaId unit, StaffId staff, long version);

    /**
     * Locks a staff member at a unit: they stay on its list, greyed, and their permissions there have no effect until
     * they are reactivated. Other units are not touched. Twice changes nothing.
     *
     * @throws org.careunit.api.failure.RefusedException if they are not on the list, or if the unit would lose its last
     *     unit administrator
     */
    StaffAtUnit lock(Actor actor, HsaId unit, StaffId staff);

    /**
     * Takes a lock back. Twice changes nothing.
     *
     * @throws org.careunit.api.failure.RefusedException if they are not on the list
     */
    StaffAtUnit reactivate(Actor actor, HsaId unit, StaffId staff);

    /** The problems in a unit's permissions, the worst first. */
    List<PermissionFinding> findings(Actor actor, HsaId unit);

    /**
     * Makes a staff member an administrator of a region; an operator's right. Twice changes nothing.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no account yet and the directory does not know them
     * @throws org.careunit.api.failure.UnavailableException if there is no account yet and the directory that is set up
     *     cannot be asked now
     */
    void makeRegionalAdministrator(Actor actor, CountyCode region, StaffId staff);

    /** The administrators of a region, by HSA-id; for operators. */
    List<StaffId> regionalAdministrators(Actor actor, CountyCode region);

    /**
     * Unmakes an administrator of a region; an operator's right.
     *
     * @throws org.careunit.api.failure.RefusedException if they are not one
     */
    void removeRegionalAdministrator(Actor actor, CountyCode region, StaffId staff);
}
