package org.careunit.notifications.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Grants;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The administrators of a unit's region, at the addresses that the directory has; always as it holds now. */
@Component(service = RegionalAudience.class)
public final class RegionalAudience {

    private static final String REGIONAL = "regional:";

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final UnitRegister units;
    private final Grants grants;
    private final Clock clock;

    @Activate
    public RegionalAudience(
            @Reference UnitRegister units,
            @Reference Grants grants,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.units = units;
        this.grants = grants;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    /**
     * Those who have an address.
     *
     * @throws UnavailableException if the directory cannot be asked
     */
    List<Addressee> of(HsaId unit) {
        return units.find(unit).map(entry -> entry.unit().region()).stream()
                .flatMap(region -> administrators(region).stream())
                .flatMap(staff -> address(staff).stream())
                .toList();
    }

    /** The addressee that the ledger knows by a key; empty if they administer the region no longer, or have no address. */
    Optional<Addressee> byKey(HsaId unit, String key) {
        return of(unit).stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Whether a key of the ledger is a regional administrator. */
    static boolean isRegional(String key) {
        return key.startsWith(REGIONAL);
    }

    private List<HsaId> administrators(CountyCode region) {
        return grants.regionalAdministrators(region).stream()
                .filter(staff -> grants.of(staff).regionsAt(clock.instant()).contains(region))
                .toList();
    }

    private Optional<Addressee> address(HsaId staff) {
        StaffDirectory present = directory.get();
        if (present == null) {
            throw new UnavailableException("There is no directory to ask for the addresses of regional administrators");
        }
        return present.staff(staff).found().stream()
                .map(StaffEntry::mail)
                .flatMap(Optional::stream)
                .findFirst()
                .map(address -> new Addressee(REGIONAL + staff, address));
    }
}
