package org.careunit.access.internal.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.audit.AuditRow;
import org.careunit.api.audit.AuditTrails;
import org.careunit.api.audit.AuditVerification;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.audit.AuditTrail.Entry;
import org.careunit.storage.audit.AuditTrail.Head;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.audit.AuditTrail.Verification;

/** Reads and verifies audit trails for actors with the right to do so. */
final class AuditTrailReader implements AuditTrails {

    static final String READ = "audit.read";

    private final AccessControl access;
    private final AuditTrail audit;

    AuditTrailReader(AccessControl access, AuditTrail audit) {
        this.access = access;
        this.audit = audit;
    }

    @Override
    public Page<AuditRow> read(Actor actor, Target trail, Instant from, Instant until, PageRequest page) {
        access.require(actor, Operation.READ_AUDIT, trail);
        long before = page.after().map(AuditTrailReader::number).orElse(Long.MAX_VALUE);
        List<AuditRow> read = rows(audit.between(scope(trail), from, until, before, page.limit() + 1));
        return Page.ofRead(read, row -> Long.toString(row.number()), page);
    }

    @SuppressWarnings("UnusedException") // its message repeats the input
    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException noNumber) {
            throw PageRequest.unreadable();
        }
    }

    @Override
    public List<AuditRow> ofResident(Actor actor, Target trail, ResidentPseudonym resident) {
        access.require(actor, Operation.READ_AUDIT, trail);
        return extract(actor, Optional.of(scope(trail)), resident);
    }

    @Override
    public List<AuditRow> ofResident(Actor actor, ResidentPseudonym resident) {
        access.require(actor, Operation.READ_AUDIT, new Target.Platform());
        return extract(actor, Optional.empty(), resident);
    }

    private List<AuditRow> extract(Actor actor, Optional<Scope> trail, ResidentPseudonym resident) {
        List<AuditRow> found = rows(audit.ofResident(trail, resident));
        // The reading is recorded first: if that fails, nothing is returned.
        String text = "the rows about one resident" + (trail.isEmpty() ? " in all trails: " : ": ") + found.size();
        audit.append(trail.orElse(Scope.PLATFORM), new Row(actor.label(), READ, text, Optional.of(resident)));
        return found;
    }

    @Override
    public AuditVerification verify(Actor actor, Target trail, Optional<String> head) {
        access.require(actor, Operation.READ_AUDIT, trail);
        Scope scope = scope(trail);
        return verification(audit.verify(scope, head.map(text -> Head.of(scope, text))));
    }

    @Override
    public Map<String, AuditVerification> verifyAll(Actor actor) {
        access.require(actor, Operation.READ_AUDIT, new Target.Platform());
        Map<String, AuditVerification> broken = new LinkedHashMap<>();
        Map<String, AuditVerification> intact = new LinkedHashMap<>();
        audit.verifyAll().forEach((trail, found) -> {
            AuditVerification verification = verification(found);
            (verification instanceof AuditVerification.Broken ? broken : intact)
                    .put(TrailNames.of(trail), verification);
        });
        broken.putAll(intact);
        return Collections.unmodifiableMap(broken);
    }

    private static AuditVerification verification(Verification verification) {
        if (verification instanceof Verification.Intact intact) {
            return new AuditVerification.Intact(intact.rows(), intact.head().text(), intact.since());
        }
        Verification.Broken broken = (Verification.Broken) verification;
        return new AuditVerification.Broken(broken.row(), broken.what());
    }

    private static List<AuditRow> rows(List<Entry> entries) {
        return entries.stream()
                .map(row -> new AuditRow(
                        TrailNames.of(row.trail()), row.number(), row.actor(), row.action(), row.text(), row.at()))
                .toList();
    }

    private static Scope scope(Target trail) {
        if (trail instanceof Target.Unit unit) {
            return Scope.unit(unit.id());
        }
        if (trail instanceof Target.Region region) {
            return Scope.region(region.code().value());
        }
        if (trail instanceof Target.Platform) {
            return Scope.PLATFORM;
        }
        throw AccessProblem.PERSON_WITHOUT_TRAIL.refused();
    }
}
