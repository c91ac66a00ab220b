package org.careunit.api.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.time.SwedishTime;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Each person's own settings at each unit. Safe for use by many threads. All methods throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach. A directory that is down is no
 * failure: what it last said holds, and {@link Profile#directoryAsOf()} tells.
 */
@ProviderType
public interface PersonalSettings {

    /** A staff member at a unit, as they are now. */
    Profile read(Actor actor, HsaId unit, StaffId staff);

    /**
     * Saves what a person has chosen.
     *
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException if they have no permission at the unit, if there can be no such
     *     number for SMS, or if their identity is protected and the signature is not confirmed or tells an address or
     *     number
     * @throws org.careunit.api.failure.UnavailableException also if nobody can check the number now
     */
    Profile save(Actor actor, HsaId unit, StaffId staff, PersonalChoices choices, long expectedVersion);

    /**
     * Gives up the chosen display name, signature and e-mail address: the directory's hold again ("Uppdatera från EK").
     */
    Profile updateFromDirectory(Actor actor, HsaId unit, StaffId staff);

    /** All saved versions of a person's choices, newest first; empty if they never chose. */
    List<Saved<PersonalChoices>> history(Actor actor, HsaId unit, StaffId staff);

    /** As above, page by page. */
    default Page<Saved<PersonalChoices>> history(Actor actor, HsaId unit, StaffId staff, PageRequest page) {
        return Saved.page(history(actor, unit, staff), page);
    }

    /**
     * Saves an earlier version again, as the newest; version 0 gives up whatever was chosen.
     *
     * @param version the version to restore
     * @param expectedVersion the version the author has seen
     * @throws org.careunit.api.failure.ConflictException if another version was saved meanwhile
     * @throws org.careunit.api.failure.RefusedException if there is no such version, or as for {@link #save}
     */
    Profile restore(Actor actor, HsaId unit, StaffId staff, long version, long expectedVersion);

    /** The signature with a day's date, as shown under an answer. */
    String signature(Actor actor, HsaId unit, StaffId staff, LocalDate day);

    /** The same with the date that it is in Sweden then. */
    default String signature(Actor actor, HsaId unit, StaffId staff, Instant at) {
        return signature(actor, unit, staff, LocalDate.ofInstant(SwedishTime.within("at", at), SwedishTime.ZONE));
    }
}
