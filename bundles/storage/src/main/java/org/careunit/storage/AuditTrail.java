package org.careunit.storage;

import java.time.Instant;
import java.util.List;
import org.careunit.api.identity.HsaId;
import org.osgi.annotation.versioning.ProviderType;

/** Who did what, when; rows are only ever added. */
@ProviderType
public interface AuditTrail {

    /**
     * Adds a row to the trail of a unit, in the transaction of what was done.
     *
     * @param actor the label of the one who acted; not null
     * @param action verb and object, for example {@code settings.change}; not null
     * @param text what was changed, without personal data; not null
     */
    void append(HsaId unit, String actor, String action, String text);

    /** The newest rows of a unit, newest first, at most {@code limit}. */
    List<Entry> newest(HsaId unit, int limit);

    /** A row of the trail. */
    record Entry(long number, HsaId unit, String actor, String action, String text, Instant at) {}
}
