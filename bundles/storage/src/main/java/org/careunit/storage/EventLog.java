package org.careunit.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.identity.CaseRef;
import org.osgi.annotation.versioning.ProviderType;

/** Stores accepted platform events. Their ids make intake idempotent: an event that arrives twice changes nothing. */
@ProviderType
public interface EventLog {

    /**
     * Inserts the events whose id is new. Of two transactions with the same id the second waits for the first and then
     * finds the id taken; if the first is rolled back, the second wins.
     *
     * @return the ids that were new
     */
    Set<String> add(List<StoredEvent> events);

    /** The event with this id; empty if none was accepted. */
    Optional<StoredEvent> find(String id);

    /** The stored events with these ids, in no particular order. */
    List<StoredEvent> find(Collection<String> ids);

    /** All events of a case, in no particular order. */
    default List<StoredEvent> ofCase(CaseRef subject) {
        return ofCases(List.of(subject));
    }

    /** All events of these cases, in no particular order. */
    List<StoredEvent> ofCases(Collection<CaseRef> subjects);
}
