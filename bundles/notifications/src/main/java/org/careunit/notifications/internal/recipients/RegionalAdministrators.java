package org.careunit.notifications.internal.recipients;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.recipients.Recipient.RegionalAdministrator;
import org.careunit.storage.Grants;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds the administrators of a unit's region with their current addresses from the directory. */
@Component(service = RegionalAdministrators.class)
public final class RegionalAdministrators {

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final UnitRegister units;
    private final Grants grants;
    private final Clock clock;

    @Activate
    public RegionalAdministrators(
            @Reference UnitRegister units,
            @Reference Grants grants,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.units = units;
        this.grants = grants;
        this.clock = clock;
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

    /**
     * Those who have an address.
     *
     * @throws UnavailableException if the directory cannot be asked
     */
    public List<ReachableRecipient> of(HsaId unit) {
        return administrators(unit).stream()
                .flatMap(staff ->
                        contact(staff)
                                .map(found -> new ReachableRecipient(new RegionalAdministrator(staff), found))
                                .stream())
                .toList();
    }

    /** Where one is reached; empty if they administer the unit's region no longer, or have no address. */
    Optional<Contact> find(HsaId unit, StaffId administrator) {
        return administrators(unit).contains(administrator) ? contact(administrator) : Optional.empty();
    }

    private List<StaffId> administrators(HsaId unit) {
        return units.find(unit).map(entry -> entry.unit().region()).stream()
                .flatMap(region -> administrators(region).stream())
                .toList();
    }

    private List<StaffId> administrators(CountyCode region) {
        return grants.regionalAdministrators(region).stream()
                .filter(staff -> grants.of(staff).regionsAt(clock.instant()).contains(region))
                .toList();
    }

    private Optional<Contact> contact(StaffId staff) {
        StaffDirectory present = directory.get();
        if (present == null) {
            throw new UnavailableException(
                    UnavailableProblem.DIRECTORY,
                    "There is no directory to ask for the addresses of regional administrators");
        }
        return present.staff(staff).found().stream()
                .map(StaffEntry::mail)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Contact::byEmail);
    }
}
