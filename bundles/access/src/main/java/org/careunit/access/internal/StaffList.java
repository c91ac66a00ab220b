package org.careunit.access.internal;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.access.internal.rights.AccessAudit;
import org.careunit.access.internal.shell.PermissionNames;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.UnitRegister;

/** Changes the list of a unit's staff, one change at a time under the lock of the unit's row. */
final class StaffList {

    private static final Set<Permission> CASE_ROLES = EnumSet.of(Permission.CASE_RECEIVER, Permission.CASE_HANDLER);

    private final AccessControl access;
    private final AccessStore store;
    private final AccessAudit trail;

    StaffList(AccessControl access, AccessStore store, AccessAudit trail) {
        this.access = access;
        this.store = store;
        this.trail = trail;
    }

    /**
     * A change to one entry of the list.
     *
     * @param action what the audit trail calls it
     * @param to computes the new entry from the old one, which has no permissions if there was none; may refuse
     * @param first what is done before, in the same transaction; may refuse
     */
    record Change(HsaId unit, StaffId staff, String action, UnaryOperator<StaffAtUnit> to, Runnable first) {}

    /** Refuses outside the transaction, so that the refusal's audit row is not rolled back with it. */
    void make(Actor actor, Change change) {
        Optional<Operation> missing = changeUnlessMissing(actor, change);
        while (missing.isPresent()) {
            access.require(actor, missing.get(), new Target.Unit(change.unit()));
            missing = changeUnlessMissing(actor, change);
        }
    }

    /** The entry of a staff member, which is empty if they are not on the list. */
    StaffAtUnit place(HsaId unit, StaffId staff) {
        return of(store.grants().atUnit(unit), unit, staff);
    }

    private Optional<Operation> changeUnlessMissing(Actor actor, Change change) {
        return store.transactions().call(() -> changeLocked(actor, change));
    }

    /** Makes the change and returns nothing; or returns the right that the actor lacks when checked under the lock. */
    private Optional<Operation> changeLocked(Actor actor, Change change) {
        if (store.units().lock(change.unit()).isEmpty()) {
            throw UnitRegister.unknown(change.unit());
        }
        List<StaffAtUnit> before = store.grants().atUnit(change.unit());
        StaffAtUnit had = of(before, change.unit(), change.staff());
        StaffAtUnit wanted = change.to().apply(had);
        Operation needed = needed(actor, had, wanted, before);
        if (!access.isPermitted(actor, needed, new Target.Unit(change.unit()))) {
            return Optional.of(needed);
        }
        refuseToLoseTheLastAdministrator(had, wanted, before);
        change.first().run();
        if (!had.equals(wanted)) {
            write(actor, change.action(), had, wanted);
        }
        return Optional.empty();
    }

    /**
     * Refuses an actor who may not make a change to the list as it is now. Called before look-ups whose results must
     * not be shown to somebody without the right; {@link #make} checks again under the lock.
     */
    void requireRight(Actor actor, HsaId unit, StaffId staff, UnaryOperator<StaffAtUnit> to) {
        List<StaffAtUnit> now = store.grants().atUnit(unit);
        StaffAtUnit had = of(now, unit, staff);
        access.require(actor, needed(actor, had, to.apply(had), now), new Target.Unit(unit));
    }

    private Operation needed(Actor actor, StaffAtUnit had, StaffAtUnit wanted, List<StaffAtUnit> before) {
        return actor instanceof Actor.Host && isFirstAdministrator(had, wanted, before)
                ? Operation.GRANT_FIRST_ADMINISTRATOR
                : needed(had, wanted);
    }

    private void write(Actor actor, String action, StaffAtUnit had, StaffAtUnit wanted) {
        store.grants().replace(wanted.unit(), wanted.staff(), wanted.grants(), actor.label());
        if (wanted.locked()) {
            store.accounts().lock(wanted.unit(), wanted.staff(), actor.label());
        } else {
            store.accounts().unlock(wanted.unit(), wanted.staff());
        }
        String text = had.locked() == wanted.locked()
                ? wanted.staff() + ": from " + words(had) + " to " + words(wanted)
                : wanted.staff() + ": " + words(wanted);
        trail.write(new Target.Unit(wanted.unit()), actor, action, text);
    }

    private void refuseToLoseTheLastAdministrator(StaffAtUnit had, StaffAtUnit wanted, List<StaffAtUnit> before) {
        Instant now = store.clock().instant();
        boolean others = before.stream()
                .filter(place -> !place.staff().equals(wanted.staff()))
                .anyMatch(place -> administersWithoutEnd(place, now));
        if (administersWithoutEnd(had, now) && !administersWithoutEnd(wanted, now) && !others) {
            throw AccessProblem.LAST_ADMINISTRATOR.refused(
                    wanted.staff(), Permission.UNIT_ADMINISTRATOR.swedish(), wanted.unit());
        }
    }

    private static boolean administersWithoutEnd(StaffAtUnit place, Instant now) {
        GrantPeriod period = place.grants().get(Permission.UNIT_ADMINISTRATOR);
        return period != null
                && period.until().isEmpty()
                && place.inEffectAt(now).contains(Permission.UNIT_ADMINISTRATOR);
    }

    /** Whether the only change is that a unit that never had an administrator gets one, without an end. */
    private boolean isFirstAdministrator(StaffAtUnit had, StaffAtUnit wanted, List<StaffAtUnit> before) {
        boolean none = before.stream().noneMatch(place -> place.grants().containsKey(Permission.UNIT_ADMINISTRATOR));
        return none
                && !had.locked()
                && changed(had, wanted).equals(EnumSet.of(Permission.UNIT_ADMINISTRATOR))
                && administersWithoutEnd(wanted, store.clock().instant());
    }

    private static Set<Permission> changed(StaffAtUnit had, StaffAtUnit wanted) {
        Set<Permission> changed = EnumSet.allOf(Permission.class);
        changed.removeIf(
                one -> Objects.equals(had.grants().get(one), wanted.grants().get(one)));
        return changed;
    }

    /**
     * Removing somebody also removes their lock, so it needs the right to unlock: otherwise a lock could be lifted by
     * removing and assigning them again.
     */
    private static Operation needed(StaffAtUnit had, StaffAtUnit wanted) {
        boolean caseRoles = CASE_ROLES.containsAll(changed(had, wanted));
        boolean unlocks = had.locked() && !wanted.locked();
        boolean locks = !had.locked() && wanted.locked();
        return caseRoles && !locks && !unlocks ? Operation.GRANT_CASE_ROLES : Operation.GRANT_ANY_ROLE;
    }

    private static StaffAtUnit of(List<StaffAtUnit> list, HsaId unit, StaffId staff) {
        return list.stream()
                .filter(place -> place.staff().equals(staff))
                .findFirst()
                .orElseGet(() -> new StaffAtUnit(staff, unit, Set.of()));
    }

    private static String words(StaffAtUnit place) {
        String permissions = PermissionNames.of(place.grants());
        return permissions.isEmpty() ? "nothing" : permissions;
    }
}
