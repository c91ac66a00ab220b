package org.careunit.settings.internal.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ClosedCases.ArchivedPackage;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.settings.internal.references.OptionalServices;

/** The host's services as the archive uses them, each call with a time-out. */
final class HostCases {

    private static final int LONGEST_CURSOR = 1_000;

    private final OptionalServices optionalServices;
    private final HostCalls calls;

    HostCases(OptionalServices optionalServices, HostCalls calls) {
        this.optionalServices = optionalServices;
        this.calls = calls;
    }

    Page<ClosedCase> page(HsaId unit, Instant until, Optional<String> cursor) {
        ClosedCases host = host();
        Page<ClosedCase> page =
                calls.call("ClosedCases.closedCases of unit " + unit, () -> host.closedCases(unit, until, cursor));
        if (page.next().filter(next -> next.length() > LONGEST_CURSOR).isPresent()) {
            throw new HostFaultException(
                    "ClosedCases.closedCases of unit " + unit + ": the cursor has more than 1000 characters");
        }
        return page;
    }

    /** The same case, with time-outs for its attachments. */
    ClosedCase guarded(ClosedCase one) {
        return TimedContent.guard(calls, one);
    }

    /** The resident of a case; empty if the host does not name one. */
    Optional<Identity> resident(CaseRef ref) {
        ResidentIdentities host = optionalServices.identities.get();
        return host == null
                ? Optional.empty()
                : calls.call("ResidentIdentities.residentIdentity of " + ref, () -> host.residentIdentity(ref));
    }

    /** Returns once the host has confirmed. */
    void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
        ClosedCases host = host();
        calls.call("ClosedCases.archived of unit " + unit, () -> {
            host.archived(unit, cases, in);
            return true;
        });
    }

    /** Whether the host has a service to ask. */
    boolean isThere() {
        return optionalServices.closedCases.get() != null;
    }

    private ClosedCases host() {
        ClosedCases host = optionalServices.closedCases.get();
        if (host == null) {
            throw new UnavailableException(
                    UnavailableProblem.HOST, "The host gives no ended cases: no service ClosedCases is registered");
        }
        return host;
    }
}
