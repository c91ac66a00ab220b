package org.careunit.storage.documents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;

/**
 * Changes to entries of a part of a unit's configuration.
 *
 * @param actor who acts; never null
 * @param changeSet the change that they are a part of; never null
 * @param entries by their keys, in their order: the text of each as {@link ConfigurationPart#normal} wrote it, empty to
 *     give up what was saved
 */
public record EntryChanges(Actor actor, HsaId unit, UUID changeSet, Map<String, Optional<String>> entries) {

    public EntryChanges {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(changeSet, "changeSet");
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
