package org.careunit.access.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Grants;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Grants in the store; those of one unit are changed one at a time, under the lock of the unit's row. */
final class StoredPermissions implements Permissions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPermissions.class);
    private static final Set<Permission> CASE_ROLES = EnumSet.of(Permission.CASE_RECEIVER, Permission.CASE_HANDLER);

    private final AccessControl access;
    private final Rights rights;
    private final Store store;

    /** Where permissions are kept. */
    record Store(Transactions transactions, UnitRegister units, Grants grants, AuditTrail audit) {}

    StoredPermissions(AccessControl access, Rights rights, Store store) {
        this.access = access;
        this.rights = rights;
        this.store = store;
    }

    @Override
    public List<HsaId> unitsOf(Actor actor) {
        return actor instanceof Actor.Staff staff
                ? rights.of(staff.id()).units().keySet().stream().sorted().toList()
                : List.of();
    }

    @Override
    public List<StaffAtUnit> atUnit(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return store.grants().atUnit(unit).entrySet().stream()
                .map(granted -> new StaffAtUnit(granted.getKey(), unit, granted.getValue()))
                .toList();
    }

    @Override
    public StaffAtUnit assign(Actor actor, HsaId unit, HsaId staff, Set<Permission> permissions) {
        access.require(actor, Operation.GRANT_CASE_ROLES, new Target.Unit(unit));
        if (permissions.isEmpty()) {
            throw new RefusedException(
                    "Give at least one permission; to take all away from " + staff + ", remove them");
        }
        StaffAtUnit wanted = new StaffAtUnit(staff, unit, permissions);
        change(actor, wanted);
        return wanted;
    }

    @Override
    public void remove(Actor actor, HsaId unit, HsaId staff) {
        access.require(actor, Operation.GRANT_CASE_ROLES, new Target.Unit(unit));
        change(actor, new StaffAtUnit(staff, unit, Set.of()));
    }

    @Override
    public void makeRegionalAdministrator(Actor actor, CountyCode region, HsaId staff) {
        access.require(actor, Operation.GRANT_REGION, new Target.Region(region));
        store.transactions().run(() -> {
            if (store.grants().addRegionalAdministrator(region, staff, actor.label())) {
                afterCommit(staff);
                LOG.info("{} made {} an administrator of region {}", actor.label(), staff, region);
            }
        });
    }

    /** Refuses outside the transaction, so that the refusal's audit row is not rolled back with it. */
    private void change(Actor actor, StaffAtUnit wanted) {
        Optional<Operation> missing = changeUnlessMissing(actor, wanted);
        while (missing.isPresent()) {
            access.require(actor, missing.get(), new Target.Unit(wanted.unit()));
            missing = changeUnlessMissing(actor, wanted);
        }
    }

    private Optional<Operation> changeUnlessMissing(Actor actor, StaffAtUnit wanted) {
        return store.transactions().call(() -> changeLocked(actor, wanted));
    }

    /** Changes, and answers nothing; or answers which right the actor does not have now that nobody else changes any. */
    private Optional<Operation> changeLocked(Actor actor, StaffAtUnit wanted) {
        HsaId unit = wanted.unit();
        if (store.units().lock(unit).isEmpty()) {
            throw new RefusedException("There is no unit " + unit + ": register it first");
        }
        Map<HsaId, Set<Permission>> before = store.grants().atUnit(unit);
        Set<Permission> had = before.getOrDefault(wanted.staff(), Set.of());
        Set<Permission> difference = difference(had, wanted.permissions());
        Operation needed = CASE_ROLES.containsAll(difference) ? Operation.GRANT_CASE_ROLES : Operation.GRANT_ANY_ROLE;
        if (!isPermittedByNow(actor, needed, unit)) {
            return Optional.of(needed);
        }
        refuseNothingToRemove(wanted, had);
        refuseToLoseTheLastAdministrator(wanted, before);
        if (!difference.isEmpty()) {
            write(actor, wanted, had);
        }
        return Optional.empty();
    }

    /** Looked up anew: what another node has just taken from the actor must not come back by their own hand. */
    private boolean isPermittedByNow(Actor actor, Operation needed, HsaId unit) {
        if (actor instanceof Actor.Staff staff) {
            rights.changed(staff.id());
        }
        return access.isPermitted(actor, needed, new Target.Unit(unit));
    }

    private void write(Actor actor, StaffAtUnit wanted, Set<Permission> had) {
        store.grants().replace(wanted.unit(), wanted.staff(), wanted.permissions(), actor.label());
        store.audit()
                .append(
                        wanted.unit(),
                        actor.label(),
                        "permissions.change",
                        wanted.staff() + ": from " + words(had) + " to " + words(wanted.permissions()));
        afterCommit(wanted.staff());
    }

    private void afterCommit(HsaId staff) {
        store.transactions().afterCommit(() -> rights.changed(staff));
    }

    private static void refuseNothingToRemove(StaffAtUnit wanted, Set<Permission> had) {
        if (had.isEmpty() && wanted.permissions().isEmpty()) {
            throw new RefusedException(wanted.staff() + " has no permission at " + wanted.unit());
        }
    }

    private static void refuseToLoseTheLastAdministrator(StaffAtUnit wanted, Map<HsaId, Set<Permission>> before) {
        boolean others = before.entrySet().stream()
                .filter(granted -> !granted.getKey().equals(wanted.staff()))
                .anyMatch(granted -> granted.getValue().contains(Permission.UNIT_ADMINISTRATOR));
        boolean was = before.getOrDefault(wanted.staff(), Set.of()).contains(Permission.UNIT_ADMINISTRATOR);
        if (was && !others && !wanted.permissions().contains(Permission.UNIT_ADMINISTRATOR)) {
            throw new RefusedException(
                    wanted.staff() + " is the last unit administrator (" + Permission.UNIT_ADMINISTRATOR.swedish()
                            + ") of " + wanted.unit() + ": make somebody else one first");
        }
    }

    private static Set<Permission> difference(Set<Permission> had, Set<Permission> wanted) {
        return EnumSet.allOf(Permission.class).stream()
                .filter(permission -> had.contains(permission) != wanted.contains(permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String words(Set<Permission> permissions) {
        return Optional.of(
                        permissions.stream().sorted().map(PermissionWords::of).collect(Collectors.joining(", ")))
                .filter(words -> !words.isEmpty())
                .orElse("nothing");
    }
}
