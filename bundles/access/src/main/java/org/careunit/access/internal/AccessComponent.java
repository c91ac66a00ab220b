package org.careunit.access.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.careunit.access.internal.colleagues.Colleagues;
import org.careunit.access.internal.colleagues.GrantEligibility;
import org.careunit.access.internal.rights.AccessAudit;
import org.careunit.access.internal.rights.Rights;
import org.careunit.access.internal.rights.TableAccessControl;
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
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Metrics;
import org.careunit.storage.Accounts;
import org.careunit.storage.Grants;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Provides access control and permissions. They are one component because a change of permissions must invalidate what
 * the access control has cached.
 */
@Component(
        service = {AccessControl.class, Permissions.class, Metrics.class},
        configurationPid = AccessConfig.PID)
@Designate(ocd = AccessConfig.class)
public final class AccessComponent implements AccessControl, Permissions, Metrics {

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final TableAccessControl access;
    private final Permissions permissions;
    private final Caches caches;

    @Activate
    public AccessComponent(
            @Reference Transactions transactions,
            @Reference UnitRegister units,
            @Reference Grants grants,
            @Reference Accounts accounts,
            @Reference AuditTrail audit,
            @Reference Pseudonyms pseudonyms,
            @Reference ChangeBroadcast changes,
            @Reference(target = "(careunit=internal)") Clock clock) {
        AccessStore store = new AccessStore(transactions, units, grants, accounts, clock);
        caches = new Caches(transactions, changes);
        Rights rights = new Rights(caches, grants, units, clock, transactions::isOpen);
        AccessAudit trail = new AccessAudit(audit);
        access = new TableAccessControl(rights, trail);
        Supplier<Optional<StaffDirectory>> asked = () -> Optional.ofNullable(directory.get());
        AccountCreator made = new AccountCreator(new GrantEligibility(asked, clock), store, trail);
        StoredPermissions.Parts parts = new StoredPermissions.Parts(
                new StaffList(access, store, trail),
                new Colleagues(asked, pseudonyms, store),
                made,
                new RegionAdministrators(access, store, trail, made));
        permissions = new StoredPermissions(access, rights, store, parts);
    }

    /** Modified in place: every other service depends on this one, and would be restarted with it. */
    @Activate
    @Modified
    void configure(AccessConfig config) {
        setOnboarding(config.onboarding());
    }

    void setOnboarding(boolean allowed) {
        access.setOnboarding(allowed);
    }

    @Deactivate
    public void close() {
        caches.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
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
    public StaffAtUnit assign(Actor actor, HsaId unit, StaffId staff, Set<Permission> granted) {
        return permissions.assign(actor, unit, staff, granted);
    }

    @Override
    public DirectoryAnswer<List<Colleague>> lookUp(Actor actor, HsaId unit, String number) {
        return permissions.lookUp(actor, unit, number);
    }

    @Override
    public StaffAtUnit register(
            Actor actor, HsaId unit, String number, Optional<StaffId> picked, Map<Permission, GrantPeriod> grants) {
        return permissions.register(actor, unit, number, picked, grants);
    }

    @Override
    public StaffAtUnit assign(Actor actor, HsaId unit, StaffId staff, Map<Permission, GrantPeriod> grants) {
        return permissions.assign(actor, unit, staff, grants);
    }

    @Override
    public List<Saved<Map<Permission, GrantPeriod>>> history(Actor actor, HsaId unit, StaffId staff) {
        return permissions.history(actor, unit, staff);
    }

    @Override
    public StaffAtUnit restore(Actor actor, HsaId unit, StaffId staff, long version) {
        return permissions.restore(actor, unit, staff, version);
    }

    @Override
    public StaffAtUnit lock(Actor actor, HsaId unit, StaffId staff) {
        return permissions.lock(actor, unit, staff);
    }

    @Override
    public StaffAtUnit reactivate(Actor actor, HsaId unit, StaffId staff) {
        return permissions.reactivate(actor, unit, staff);
    }

    @Override
    public List<PermissionFinding> findings(Actor actor, HsaId unit) {
        return permissions.findings(actor, unit);
    }

    @Override
    public List<StaffId> regionalAdministrators(Actor actor, CountyCode region) {
        return permissions.regionalAdministrators(actor, region);
    }

    @Override
    public void removeRegionalAdministrator(Actor actor, CountyCode region, StaffId staff) {
        permissions.removeRegionalAdministrator(actor, region, staff);
    }

    @Override
    public void remove(Actor actor, HsaId unit, StaffId staff) {
        permissions.remove(actor, unit, staff);
    }

    @Override
    public void makeRegionalAdministrator(Actor actor, CountyCode region, StaffId staff) {
        permissions.makeRegionalAdministrator(actor, region, staff);
    }

    @Override
    public List<Figure> read() {
        return List.of(new Figure("access.refused", "operations", access.refused()));
    }
}
