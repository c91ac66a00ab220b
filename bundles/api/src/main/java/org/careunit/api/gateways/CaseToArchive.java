package org.careunit.api.gateways;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.terms.Receipt;

/**
 * An ended case with what else the archive keeps of it.
 *
 * @param ended as the host gave it; never null
 * @param typeName what its type is called; never null
 * @param resident the resident; empty if the host does not say; never null
 * @param receipt the host's receipt, read; empty if there is none or it cannot be read; never null
 * @param earlierPackage the package with the case as it ended before; empty if none does; never null
 */
public record CaseToArchive(
        ClosedCase ended,
        String typeName,
        Optional<Identity> resident,
        Optional<Receipt> receipt,
        Optional<String> earlierPackage) {
    public CaseToArchive {
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(typeName, "typeName");
        Objects.requireNonNull(resident, "resident");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(earlierPackage, "earlierPackage");
    }

    /** Which case it is, and nothing of what was written. */
    @Override
    public String toString() {
        return ended.toString();
    }

    public CaseToArchive withEnded(ClosedCase ended) {
        return new CaseToArchive(ended, typeName, resident, receipt, earlierPackage);
    }

    public CaseToArchive withTypeName(String typeName) {
        return new CaseToArchive(ended, typeName, resident, receipt, earlierPackage);
    }

    public CaseToArchive withResident(Optional<Identity> resident) {
        return new CaseToArchive(ended, typeName, resident, receipt, earlierPackage);
    }

    public CaseToArchive withReceipt(Optional<Receipt> receipt) {
        return new CaseToArchive(ended, typeName, resident, receipt, earlierPackage);
    }

    public CaseToArchive withEarlierPackage(Optional<String> earlierPackage) {
        return new CaseToArchive(ended, typeName, resident, receipt, earlierPackage);
    }
}
