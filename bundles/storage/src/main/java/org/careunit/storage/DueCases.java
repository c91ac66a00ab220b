package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Finds cases whose clocks are due or running, and stores the settings by which each unit's clocks were calculated. */
@ProviderType
public interface DueCases {

    /**
     * When this store was upgraded to have clocks, earlier due times counting as passed; empty if it always had them.
     */
    Optional<Instant> since();

    /** The units of which a case is due by an instant, in no particular order, at most {@code limit}. */
    List<HsaId> units(Instant until, int limit);

    /** The cases of a unit that are due by an instant, the earliest first, at most {@code limit}; not locked. */
    List<StoredCase> of(HsaId unit, Instant until, int limit);

    /**
     * The cases of a unit of which a clock may yet remind, in an order of their own, at most {@code limit}; not locked.
     *
     * @param after the last case of the slice before; empty for the first slice
     */
    List<CaseRef> running(HsaId unit, Optional<String> after, int limit);

    /** By which settings the clocks of each unit's running cases were last calculated, as a fingerprint; by unit. */
    Map<HsaId, String> calculatedBy();

    /** Remembers by which settings the clocks of a unit were calculated. */
    void calculated(HsaId unit, String fingerprint);

    /** How many cases of a unit wait for staff although a reminder about them had no recipient. */
    long openWithoutRecipient(HsaId unit);

    /** How many reminders have reached nobody since an instant. */
    Unreached unreached(Instant since);

    /** How many messages have been simulated since an instant. */
    long simulated(Instant since);

    /**
     * Counts reminders that reached nobody.
     *
     * @param withoutRecipient there was nobody to tell
     * @param expired they could not leave in time
     */
    record Unreached(long withoutRecipient, long expired) {}

    /** Counts of cases that are due by an instant. */
    Backlog backlog(Instant until);

    /**
     * Backlog of due cases that have not been processed yet.
     *
     * @param staff how many cases of which staff are to be reminded
     * @param residents how many cases of which the resident is to be reminded
     * @param since since when the first of them is due; empty for none
     */
    record Backlog(long staff, long residents, Optional<Instant> since) {}
}
