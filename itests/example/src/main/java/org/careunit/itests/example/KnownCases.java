package org.careunit.itests.example;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.osgi.service.component.annotations.Component;

/** The host's services about cases, for a platform without cases. */
@Component
public final class KnownCases implements CaseContacts, ResidentIdentities, ClosedCases {

    @Override
    public Optional<Contacts> contacts(CaseRef ref) {
        return Optional.empty();
    }

    @Override
    public Optional<Identity> residentIdentity(CaseRef ref) {
        return Optional.empty();
    }

    @Override
    public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
        return new Page<>(List.of(), Optional.empty());
    }

    @Override
    public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
        // nothing was given to the archive
    }
}
