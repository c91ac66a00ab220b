package org.careunit.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.access.internal.colleagues.Employment;
import org.careunit.access.internal.colleagues.GrantEligibility;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.access.internal.rights.AccessAudit;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.StaffId;

/**
 * Creates accounts by HSA-id, and checks the directory before anything new is granted. A unit's first administrator
 * cannot be registered by anybody there, so an operator or the host creates that account by assigning permissions. The
 * directory is queried before the transaction begins.
 */
final class AccountCreator {

    private final GrantEligibility directory;
    private final AccessStore store;
    private final AccessAudit trail;

    AccountCreator(GrantEligibility directory, AccessStore store, AccessAudit trail) {
        this.directory = directory;
        this.store = store;
        this.trail = trail;
    }

    /** Checks that somebody may be granted this; returns what is to be done in the same transaction as the change. */
    Runnable forGrants(Actor actor, StaffAtUnit had, Map<Permission, GrantPeriod> grants) {
        StaffId staff = had.staff();
        if (store.accounts().find(staff).isPresent()) {
            if (givesMore(had.grants(), grants)) {
                directory.requireForMore(staff);
            }
            return () -> {};
        }
        if (!(actor instanceof Actor.Operator) && !(actor instanceof Actor.Host)) {
            throw AccessProblem.NO_ACCOUNT.refused(staff);
        }
        return account(actor, new Target.Unit(had.unit()), staff);
    }

    /** The same for an administrator of a region. */
    Runnable forRegion(Actor actor, CountyCode region, StaffId staff) {
        return store.accounts().find(staff).isPresent() ? () -> {} : account(actor, new Target.Region(region), staff);
    }

    private Runnable account(Actor actor, Target target, StaffId staff) {
        Optional<List<StaffEntry>> entries = directory.requireForAccount(staff);
        return () -> {
            if (!store.accounts().add(staff, Optional.empty(), actor.label())) {
                return;
            }
            entries.ifPresentOrElse(
                    found -> store.accounts().employment(staff, Employment.end(found)),
                    () -> trail.write(
                            target,
                            actor,
                            "account.unchecked",
                            staff + ": an account was made without looking it up, since no directory is set up"));
        };
    }

    /** Whether a permission is added, or extended; removing permissions needs no directory. */
    private static boolean givesMore(Map<Permission, GrantPeriod> had, Map<Permission, GrantPeriod> wanted) {
        return wanted.entrySet().stream().anyMatch(one -> {
            GrantPeriod before = had.get(one.getKey());
            return before == null
                    || end(one.getValue()).isAfter(end(before))
                    || begin(one.getValue()).isBefore(begin(before));
        });
    }

    private static Instant begin(GrantPeriod period) {
        return period.from().orElse(Instant.MIN);
    }

    private static Instant end(GrantPeriod period) {
        return period.until().orElse(Instant.MAX);
    }
}
