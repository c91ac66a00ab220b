package org.careunit.notifications.internal.recordsystem;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.notifications.internal.recipients.HostCall;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks the host who the resident of a case is; where it has no service for that, the resident is left out. */
@Component(service = NamedResident.class)
public final class NamedResident {

    private final AtomicReference<ResidentIdentities> host = new AtomicReference<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setHost(ResidentIdentities present) {
        host.set(present);
    }

    public void unsetHost(ResidentIdentities gone) {
        host.compareAndSet(gone, null);
    }

    /**
     * The resident of a case; empty if the host has no such service.
     *
     * @throws UnavailableException if the host cannot say now, or its service has a fault
     */
    Optional<Identity> find(CaseRef ref) {
        ResidentIdentities present = host.get();
        return present == null ? Optional.empty() : HostCall.ask(present, () -> present.residentIdentity(ref));
    }
}
