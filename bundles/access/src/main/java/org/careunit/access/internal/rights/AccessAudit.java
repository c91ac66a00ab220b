package org.careunit.access.internal.rights;

import java.util.Optional;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;

/** Writes audit rows about actions and refusals, and decides into which trail they go. */
public final class AccessAudit {

    private final AuditTrail audit;

    public AccessAudit(AuditTrail audit) {
        this.audit = audit;
    }

    /** Into the trail of the target's unit or region, else the platform's. */
    public void write(Target target, Actor actor, String action, String text) {
        audit.append(scope(target), new AuditTrail.Row(ActorKind.label(actor), action, text, Optional.empty()));
    }

    private static Scope scope(Target target) {
        if (target instanceof Target.Region region) {
            return Scope.region(region.code().value());
        }
        return unitOf(target).map(Scope::unit).orElse(Scope.PLATFORM);
    }

    public static Optional<HsaId> unitOf(Target target) {
        if (target instanceof Target.Unit unit) {
            return Optional.of(unit.id());
        }
        return target instanceof Target.Person person ? Optional.of(person.unit()) : Optional.empty();
    }
}
