package org.careunit.access.internal;

import java.util.List;
import java.util.Set;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Figures;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Grants;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rule and permissions are one component, since who changes permissions must have the rule forget them. */
@Component(service = {AccessControl.class, Permissions.class, Figures.class})
public final class AccessComponent implements AccessControl, Permissions, Figures {

    private final TableAccessControl access;
    private final Permissions permissions;

    @Activate
    public AccessComponent(
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Grants grants,
            @Reference AuditTrail audit) {
        Rights rights = new Rights(grants, units);
        access = new TableAccessControl(rights, audit);
        permissions =
                new StoredPermissions(access, rights, new StoredPermissions.Store(transactions, units, grants, audit));
    }

    @Override
    public void require(Actor actor, Operation operation, Target target) {
        access.require(actor, operation, target);
    }

    @Override
    public boolean isPermitted(Actor actor, Operation operation, Target target) {
        return access.isPermitted(actor, operation, target);
    }

    @Override
    public List<HsaId> unitsOf(Actor actor) {
        return permissions.unitsOf(actor);
    }

    @Override
    public List<StaffAtUnit> atUnit(Actor actor, HsaId unit) {
        return permissions.atUnit(actor, unit);
    }

    @Override
    public StaffAtUnit assign(Actor actor, HsaId unit, HsaId staff, Set<Permission> granted) {
        return permissions.assign(actor, unit, staff, granted);
    }

    @Override
    public void remove(Actor actor, HsaId unit, HsaId staff) {
        permissions.remove(actor, unit, staff);
    }

    @Override
    public void makeRegionalAdministrator(Actor actor, CountyCode region, HsaId staff) {
        permissions.makeRegionalAdministrator(actor, region, staff);
    }

    @Override
    public List<Figure> read() {
        return List.of(new Figure("access.refused", "operations", access.refused()));
    }
}
