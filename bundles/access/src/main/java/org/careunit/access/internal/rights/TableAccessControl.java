package org.careunit.access.internal.rights;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.Phrase;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/** Checks the permissions of an actor against the {@link AccessTable}. */
public final class TableAccessControl implements AccessControl {

    public static final String REFUSED = "access.refused";

    private static final Set<Operation> CHANGES =
            EnumSet.of(Operation.CHANGE_UNIT, Operation.GRANT_CASE_ROLES, Operation.GRANT_ANY_ROLE);

    private final Rights rights;
    private final AccessAudit trail;
    private final AtomicBoolean onboarding = new AtomicBoolean(true);
    private final LongAdder refused = new LongAdder();

    public TableAccessControl(Rights rights, AccessAudit trail) {
        this.rights = rights;
        this.trail = trail;
    }

    @Override
    public void require(Actor actor, Operation operation, Target target) {
        if (isPermitted(actor, operation, target)) {
            refuseClosed(operation, target);
            return;
        }
        refused.increment();
        leaveTrace(actor, operation, target);
        Rule rule = AccessTable.of(operation);
        Phrase roles = new Phrase(rule.whoMayInSwedish(), rule.whoMay() + turnedOff(operation));
        throw new NotPermittedException(
                AccessProblem.NOT_PERMITTED.with(subject(actor), rule.what(), named(target), roles));
    }

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        Rule rule = AccessTable.of(operation);
        if (actor instanceof Actor.Staff staff) {
            return (!rule.self() || isOf(staff.id(), target)) && isPermitted(staff.id(), rule, target);
        }
        ActorKind kind = ActorKind.of(actor);
        boolean turnedOff = kind == ActorKind.HOST && AccessTable.isOnboarding(operation) && !onboarding.get();
        return rule.others().contains(kind) && !turnedOff;
    }

    /** Whether the host may register units and make their first administrators; it may until this says otherwise. */
    public void setOnboarding(boolean allowed) {
        onboarding.set(allowed);
    }

    private String turnedOff(Operation operation) {
        return AccessTable.isOnboarding(operation) && !onboarding.get()
                ? "; the host may not, since its onboarding right is turned off"
                : "";
    }

    /** Applies to everybody: nothing can be changed at a unit that is closed permanently. */
    private void refuseClosed(Operation operation, Target target) {
        if (CHANGES.contains(operation) && target instanceof Target.Unit unit && rights.isClosed(unit.id())) {
            throw AccessProblem.UNIT_CLOSED.refused(unit.id());
        }
    }

    /** How many were refused on this node. */
    public long refused() {
        return refused.sum();
    }

    private boolean isPermitted(StaffId staff, Rule rule, Target target) {
        Optional<HsaId> unit = AccessAudit.unitOf(target);
        if (unit.isPresent() && rights.hasAny(staff, unit.get(), rule.atUnit())) {
            return true;
        }
        Set<CountyCode> regions = rule.regional() ? rights.regionsOf(staff) : Set.of();
        if (regions.isEmpty()) {
            return false;
        }
        Optional<CountyCode> region =
                target instanceof Target.Region named ? Optional.of(named.code()) : unit.flatMap(rights::regionOf);
        return region.filter(regions::contains).isPresent();
    }

    /** In a transaction of its own, unless the caller is in one: services ask before they open theirs. */
    private void leaveTrace(Actor actor, Operation operation, Target target) {
        String text = operation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + named(target);
        trail.write(target, actor, REFUSED, text);
    }

    private static boolean isOf(StaffId staff, Target target) {
        return target instanceof Target.Person person && person.staff().equals(staff);
    }

    private static String subject(Actor actor) {
        return actor instanceof Actor.Staff staff ? "The staff member " + staff.id() : capital(actor);
    }

    private static String capital(Actor actor) {
        String named = ActorKind.of(actor).named();
        return Character.toUpperCase(named.charAt(0)) + named.substring(1);
    }

    private static String named(Target target) {
        if (target instanceof Target.Region region) {
            return "region " + region.code();
        }
        if (target instanceof Target.Person person) {
            return "staff member " + person.staff() + " at unit " + person.unit();
        }
        return target instanceof Target.Unit unit ? "unit " + unit.id() : "the platform";
    }
}
