package org.careunit.storage;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the cases that a unit received in a period, for its figures, and stores figures. */
@ProviderType
public interface CaseMonths {

    /**
     * Cases that a unit received in a time, in the order in which they were received, at most {@code limit}; not
     * locked.
     *
     * @param from the first instant
     * @param until the first instant that no longer counts
     * @param after the last case of the slice before; empty for the first slice
     */
    List<StoredCase> received(HsaId unit, Instant from, Instant until, Optional<StoredCase> after, int limit);

    /** How many reminders to staff were sent about the cases received in a time, by the key of their type. */
    Map<String, Long> reminders(HsaId unit, Instant from, Instant until);

    /** Stores the figures of a month, unless they are stored already; by the key of the case type. */
    void store(HsaId unit, YearMonth month, Map<String, String> figures, Instant at);

    /** The figures that were stored for a month, by the key of the case type; empty if none were. */
    Map<String, String> stored(HsaId unit, YearMonth month);
}
