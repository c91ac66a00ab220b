package org.careunit.settings.internal.references;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.finding.Geography;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.storage.ArchiveRecords;

/** Optional services that the settings bundle uses. */
public final class OptionalServices {

    public final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    public final AtomicReference<RecordSystems> recordSystems = new AtomicReference<>();
    public final AtomicReference<Geography> geography = new AtomicReference<>();
    public final AtomicReference<ArchiveGateway> archives = new AtomicReference<>();
    public final AtomicReference<ArchiveRecords> archiveRecords = new AtomicReference<>();
    public final AtomicReference<ClosedCases> closedCases = new AtomicReference<>();
    public final AtomicReference<ResidentIdentities> identities = new AtomicReference<>();
    public final AtomicReference<TermsAcceptance> acceptance = new AtomicReference<>();
    public final AtomicReference<CaseTypes> caseTypes = new AtomicReference<>();
    public final AtomicReference<CaseTypeCatalogue> catalogue = new AtomicReference<>();

    /** A unit's entry in EK; empty if EK is unavailable and nothing is cached. */
    public Optional<DirectoryAnswer<Optional<UnitEntry>>> entry(HsaId unit) {
        StaffDirectory present = directory.get();
        try {
            return present == null ? Optional.empty() : Optional.of(present.unit(unit));
        } catch (UnavailableException down) {
            return Optional.empty();
        }
    }

    /** Progress of a unit's record system; none if there is no adapter. */
    public Progress recordSystem(HsaId unit) {
        RecordSystems present = recordSystems.get();
        return present == null ? Progress.NONE : present.status(unit).progress();
    }

    /** Whether messages reach a unit's record system now. */
    public boolean reachesRecordSystem(HsaId unit) {
        RecordSystems present = recordSystems.get();
        return present != null && present.isReachable(unit);
    }

    /** The archive gateway; empty if none is installed. */
    public Optional<ArchiveGateway> archives() {
        return Optional.ofNullable(archives.get());
    }

    /** When the newest run of a unit's archive that has reached its end began; empty if none has. */
    public Optional<Instant> lastArchiveRun(HsaId unit) {
        return Optional.ofNullable(archiveRecords.get()).flatMap(records -> records.lastDone(unit));
    }

    /** @throws UnavailableException if nobody knows the municipalities now */
    public Geography geography() {
        return Optional.ofNullable(geography.get())
                .orElseThrow(() -> new UnavailableException(
                        UnavailableProblem.SERVICE,
                        "The list of municipalities is not there: start the bundle that finds units"));
    }
}
