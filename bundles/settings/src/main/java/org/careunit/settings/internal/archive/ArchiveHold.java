package org.careunit.settings.internal.archive;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.identity.CaseRef;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.Cases;
import org.careunit.storage.RetentionHold;
import org.careunit.storage.StoredCase;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Protects cases from retention until the host has confirmed that they are archived. If the unit's region has no
 * archive, it protects only cases in a package that waits for confirmation.
 */
@Component
public final class ArchiveHold implements RetentionHold {

    private final SettingsContext context;
    private final Cases cases;
    private final ArchiveRecords records;

    @Activate
    public ArchiveHold(@Reference SettingsContext context, @Reference Cases cases, @Reference ArchiveRecords records) {
        this.context = context;
        this.cases = cases;
        this.records = records;
    }

    @Override
    public Set<CaseRef> needed(Collection<StoredCase> ended) {
        List<CaseRef> refs = ended.stream().map(StoredCase::ref).toList();
        ArchiveGateway gateway = context.optionalServices().archives().orElse(null);
        if (gateway == null) {
            return records.inUnconfirmedPackages(refs);
        }
        return cases.notArchived(
                refs.stream().filter(ref -> hasTarget(gateway, ref)).toList());
    }

    private boolean hasTarget(ArchiveGateway gateway, CaseRef ref) {
        try {
            UnitRegister units = context.store().stores().units();
            return units.find(ref.unit())
                    .flatMap(entry -> gateway.target(entry.unit().region()))
                    .isPresent();
        } catch (UnavailableException unknown) {
            return true;
        }
    }
}
