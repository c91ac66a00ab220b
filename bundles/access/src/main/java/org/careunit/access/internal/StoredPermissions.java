package org.careunit.access.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.careunit.access.internal.colleagues.Colleagues;
import org.careunit.access.internal.colleagues.Employment;
import org.careunit.access.internal.colleagues.PersonNumbers;
import org.careunit.access.internal.colleagues.StaffFindings;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.access.internal.rights.ActorKind;
import org.careunit.access.internal.rights.Rights;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Colleague;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.PermissionFinding;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.failure.Problems;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;

/** Implements the permissions service: checks rights, normalises pasted input, and delegates to the classes below. */
final class StoredPermissions implements Permissions {

    private static final String CHANGE = "permissions.change";

    private final AccessControl access;
    private final Rights rights;
    private final AccessStore store;
    private final PersonNumbers numbers;
    private final Parts parts;

    /** The classes that do the work. */
    record Parts(StaffList list, Colleagues colleagues, AccountCreator accounts, RegionAdministrators regions) {}

    StoredPermissions(AccessControl access, Rights rights, AccessStore store, Parts parts) {
        this.access = access;
        this.rights = rights;
        this.store = store;
        this.parts = parts;
        numbers = new PersonNumbers(store.clock());
    }

    @Override
    public List<HsaId> unitsOf(Actor actor) {
        ActorKind.requireKnown(actor);
        return actor instanceof Actor.Staff staff ? rights.unitsOf(staff.id()) : List.of();
    }

    @Override
    public List<StaffAtUnit> atUnit(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return store.grants().atUnit(unit);
    }

    @Override
    public List<PermissionFinding> findings(Actor actor, HsaId unit) {
        return StaffFindings.in(atUnit(actor, unit), store.clock().instant());
    }

    @Override
    public DirectoryAnswer<List<Colleague>> lookUp(Actor actor, HsaId unit, String number) {
        access.require(actor, Operation.GRANT_CASE_ROLES, new Target.Unit(unit));
        return parts.colleagues().find(unit, numbers.read(number));
    }

    @Override
    public StaffAtUnit register(
            Actor actor, HsaId unit, String number, Optional<StaffId> picked, Map<Permission, GrantPeriod> grants) {
        access.require(actor, Operation.GRANT_CASE_ROLES, new Target.Unit(unit));
        refuseNull(grants);
        refuseNothing(grants);
        refusePast(grants);
        PersonNumber person = numbers.read(number);
        var chosen = parts.colleagues().choose(person, picked);
        StaffId staff = chosen.getKey();
        Runnable account = () -> {
            if (!store.accounts().add(staff, Optional.of(parts.colleagues().pseudonym(person)), actor.label())) {
                throw AccessProblem.HAS_ACCOUNT.refused(staff);
            }
            store.accounts().employment(staff, Employment.end(chosen.getValue()));
        };
        return make(actor, new StaffList.Change(unit, staff, CHANGE, had -> with(had, grants), account));
    }

    @Override
    public StaffAtUnit assign(Actor actor, HsaId unit, StaffId staff, Set<Permission> permissions) {
        return assign(actor, unit, staff, StaffAtUnit.always(permissions));
    }

    @Override
    public StaffAtUnit assign(Actor actor, HsaId unit, StaffId staff, Map<Permission, GrantPeriod> grants) {
        refuseNull(grants);
        UnaryOperator<StaffAtUnit> to = had -> with(had, grants);
        parts.list().requireRight(actor, unit, staff, to);
        refuseNothing(grants);
        refusePast(grants);
        Runnable account = parts.accounts().forGrants(actor, parts.list().place(unit, staff), grants);
        return make(actor, new StaffList.Change(unit, staff, CHANGE, to, account));
    }

    private static void refuseNull(Map<Permission, GrantPeriod> grants) {
        Problems.noneNull("permissions", grants.keySet());
        Problems.noneNull("permissions", grants.values());
    }

    @Override
    public void remove(Actor actor, HsaId unit, StaffId staff) {
        access.require(actor, Operation.GRANT_CASE_ROLES, new Target.Unit(unit));
        UnaryOperator<StaffAtUnit> off =
                had -> new StaffAtUnit(staff, unit, Map.of(), false, listed(had).employedUntil());
        parts.list().make(actor, new StaffList.Change(unit, staff, CHANGE, off, () -> {}));
    }

    @Override
    public List<Saved<Map<Permission, GrantPeriod>>> history(Actor actor, HsaId unit, StaffId staff) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return store.grants().history(unit, staff);
    }

    @Override
    public StaffAtUnit restore(Actor actor, HsaId unit, StaffId staff, long version) {
        access.require(actor, Operation.GRANT_CASE_ROLES, new Target.Unit(unit));
        Map<Permission, GrantPeriod> held = store.grants().history(unit, staff).stream()
                .filter(saved -> saved.version() == version)
                .findFirst()
                .flatMap(Saved::content)
                .orElseThrow(() -> AccessProblem.NO_VERSION.refused(version, staff, unit));
        if (held.isEmpty()) {
            remove(actor, unit, staff);
            return parts.list().place(unit, staff);
        }
        Instant now = store.clock().instant();
        Map<Permission, GrantPeriod> running = new EnumMap<>(held);
        running.values().removeIf(period -> hasEnded(period, now));
        if (running.isEmpty()) {
            throw AccessProblem.ALL_ENDED.refused(version);
        }
        return assign(actor, unit, staff, running);
    }

    /** A last day in the past would end the permission at once. */
    private void refusePast(Map<Permission, GrantPeriod> grants) {
        Instant now = store.clock().instant();
        Problems problems = new Problems();
        new TreeMap<>(grants).forEach((permission, period) -> {
            if (hasEnded(period, now)) {
                problems.add(AccessProblem.LAST_DAY_PAST.with(permission, permission.swedish()));
            }
        });
        problems.refuse();
    }

    private static boolean hasEnded(GrantPeriod period, Instant now) {
        return period.until().filter(end -> !now.isBefore(end)).isPresent();
    }

    @Override
    public StaffAtUnit lock(Actor actor, HsaId unit, StaffId staff) {
        access.require(actor, Operation.GRANT_ANY_ROLE, new Target.Unit(unit));
        return make(
                actor, new StaffList.Change(unit, staff, "account.lock", had -> locked(listed(had), true), () -> {}));
    }

    @Override
    public StaffAtUnit reactivate(Actor actor, HsaId unit, StaffId staff) {
        access.require(actor, Operation.GRANT_ANY_ROLE, new Target.Unit(unit));
        return make(
                actor,
                new StaffList.Change(unit, staff, "account.reactivate", had -> locked(listed(had), false), () -> {}));
    }

    @Override
    public void makeRegionalAdministrator(Actor actor, CountyCode region, StaffId staff) {
        parts.regions().make(actor, region, staff);
    }

    @Override
    public List<StaffId> regionalAdministrators(Actor actor, CountyCode region) {
        return parts.regions().of(actor, region);
    }

    @Override
    public void removeRegionalAdministrator(Actor actor, CountyCode region, StaffId staff) {
        parts.regions().remove(actor, region, staff);
    }

    private StaffAtUnit make(Actor actor, StaffList.Change change) {
        parts.list().make(actor, change);
        return parts.list().place(change.unit(), change.staff());
    }

    private static StaffAtUnit with(StaffAtUnit had, Map<Permission, GrantPeriod> grants) {
        return new StaffAtUnit(had.staff(), had.unit(), grants, had.locked(), had.employedUntil());
    }

    private static StaffAtUnit locked(StaffAtUnit had, boolean locked) {
        return new StaffAtUnit(had.staff(), had.unit(), had.grants(), locked, had.employedUntil());
    }

    private static StaffAtUnit listed(StaffAtUnit had) {
        if (had.grants().isEmpty()) {
            throw AccessProblem.NO_PERMISSION.refused(had.staff(), had.unit());
        }
        return had;
    }

    private static void refuseNothing(Map<Permission, GrantPeriod> grants) {
        if (grants.isEmpty()) {
            throw AccessProblem.NOTHING_GRANTED.refused();
        }
    }
}
