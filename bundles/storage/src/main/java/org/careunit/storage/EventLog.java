package org.careunit.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ProviderType;

/** The platform events that were taken in. Their ids are what makes the same event twice change nothing. */
@ProviderType
public interface EventLog {

    /**
     * Adds the events whose id is not there yet. Of two transactions with the same id the second waits for the first
     * and then finds the id taken; if the first is rolled back, the second wins.
     *
     * @return the ids that were new
     */
    Set<String> add(List<StoredEvent> events);

    /** One event; empty if none was taken in by this id. */
    Optional<StoredEvent> find(String id);

    /** Those of these events that were taken in, in no particular order. */
    List<StoredEvent> find(Collection<String> ids);

    /** All events of a case, in no particular order. */
    default List<StoredEvent> ofCase(CaseRef subject) {
        return ofCases(List.of(subject));
    }

    /** All events of these cases, in no particular order. */
    List<StoredEvent> ofCases(Collection<CaseRef> subjects);
}
