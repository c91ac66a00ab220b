package org.careunit.storage;

import java.util.Objects;
import org.careunit.api.identity.Actor;

/**
 * The actor for what Careunit does by itself, on a schedule or in a job. Only this class is accepted as the system, and
 * this package is exported behind a mandatory attribute: no bundle of others can act as the system.
 *
 * @param part the name of the part that acts; never null
 */
public record SystemActor(String part) implements Actor.Internal {

    public SystemActor {
        Objects.requireNonNull(part, "part");
    }

    @Override
    public String label() {
        return "system:" + part;
    }
}
