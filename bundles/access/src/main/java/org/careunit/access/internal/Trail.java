package org.careunit.access.internal;

import java.util.Optional;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down who did or was refused what; the one place that decides into which trail. */
final class Trail {

    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

    private final AuditTrail audit;

    Trail(AuditTrail audit) {
        this.audit = audit;
    }

    /** Into the trail of the target's unit; what is about a region or the platform into the log. */
    void write(Target target, Actor actor, String action, String text) {
        unitOf(target)
                .ifPresentOrElse(
                        unit -> audit.append(unit, actor.label(), action, text),
                        () -> LOG.info("{} by {}: {}", action, actor.label(), text));
    }

    static Optional<HsaId> unitOf(Target target) {
        if (target instanceof Target.Unit unit) {
            return Optional.of(unit.id());
        }
        return target instanceof Target.Person person ? Optional.of(person.unit()) : Optional.empty();
    }
}
