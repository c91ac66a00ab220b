package org.careunit.access.internal;

import java.util.List;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.access.internal.rights.AccessAudit;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.StaffId;

/** Manages the administrators of regions, on behalf of operators. */
final class RegionAdministrators {

    private final AccessControl access;
    private final AccessStore store;
    private final AccessAudit trail;
    private final AccountCreator accounts;

    RegionAdministrators(AccessControl access, AccessStore store, AccessAudit trail, AccountCreator accounts) {
        this.access = access;
        this.store = store;
        this.trail = trail;
        this.accounts = accounts;
    }

    List<StaffId> of(Actor actor, CountyCode region) {
        access.require(actor, Operation.GRANT_REGION, new Target.Region(region));
        return store.grants().regionalAdministrators(region);
    }

    void make(Actor actor, CountyCode region, StaffId staff) {
        access.require(actor, Operation.GRANT_REGION, new Target.Region(region));
        Runnable account = accounts.forRegion(actor, region, staff);
        store.transactions().run(() -> {
            account.run();
            if (store.grants().addRegionalAdministrator(region, staff, actor.label())) {
                changed(actor, region, staff, "region-administrator.make");
            }
        });
    }

    void remove(Actor actor, CountyCode region, StaffId staff) {
        access.require(actor, Operation.GRANT_REGION, new Target.Region(region));
        store.transactions().run(() -> {
            if (!store.grants().removeRegionalAdministrator(region, staff)) {
                throw AccessProblem.NO_REGION_ADMINISTRATOR.refused(staff, region);
            }
            changed(actor, region, staff, "region-administrator.remove");
        });
    }

    private void changed(Actor actor, CountyCode region, StaffId staff, String action) {
        trail.write(new Target.Region(region), actor, action, staff + " in region " + region);
    }
}
