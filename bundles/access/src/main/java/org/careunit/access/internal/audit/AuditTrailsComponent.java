package org.careunit.access.internal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.storage.audit.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Wires {@link AuditTrailReader}. */
@Component(service = AuditTrails.class)
public final class AuditTrailsComponent implements AuditTrails {

    private final AuditTrails trails;

    @Activate
    public AuditTrailsComponent(@Reference AccessControl access, @Reference AuditTrail audit) {
        trails = new AuditTrailReader(access, audit);
    }

    @Override
    public Page<AuditRow> read(Actor actor, Target trail, Instant from, Instant until, PageRequest page) {
        return trails.read(actor, trail, from, until, page);
    }

    @Override
    public List<AuditRow> ofResident(Actor actor, Target trail, ResidentPseudonym resident) {
        return trails.ofResident(actor, trail, resident);
    }

    @Override
    public List<AuditRow> ofResident(Actor actor, ResidentPseudonym resident) {
        return trails.ofResident(actor, resident);
    }

    @Override
    public Map<String, AuditVerification> verifyAll(Actor actor) {
        return trails.verifyAll(actor);
    }

    @Override
    public AuditVerification verify(Actor actor, Target trail, Optional<String> head) {
        return trails.verify(actor, trail, head);
    }
}
