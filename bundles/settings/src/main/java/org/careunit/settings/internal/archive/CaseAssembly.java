package org.careunit.settings.internal.archive;

import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.references.AllowedCaseTypes;
import org.careunit.settings.internal.references.OptionalServices;

/** Completes a case from the host for the archive, with the type's name, the resident and the accepted terms. */
final class CaseAssembly {

    private final OptionalServices optionalServices;
    private final HostCases host;

    CaseAssembly(OptionalServices optionalServices, HostCases host) {
        this.optionalServices = optionalServices;
        this.host = host;
    }

    /** Assembles cases of one unit, for some seconds. */
    UnitAssembly of(CareUnit unit) {
        return new UnitAssembly(new AllowedCaseTypes(optionalServices).of(unit));
    }

    final class UnitAssembly {

        private final Map<String, String> names;

        private UnitAssembly(Map<String, String> names) {
            this.names = names;
        }

        /** @throws HostFaultException if the host cannot say whom it is about */
        CaseToArchive assemble(ClosedCase one, Optional<String> earlierPackage) {
            String key = one.type().value();
            return new CaseToArchive(
                    host.guarded(one),
                    names.getOrDefault(key, key),
                    host.resident(one.ref()),
                    one.receipt().flatMap(CaseAssembly.this::receipt),
                    earlierPackage);
        }
    }

    /** A receipt that cannot be read is kept as the host gave it; its words are not repeated beside it then. */
    private Optional<Receipt> receipt(String json) {
        TermsAcceptance terms = optionalServices.acceptance.get();
        if (terms == null) {
            throw new UnavailableException(
                    UnavailableProblem.SERVICE, "Nobody reads receipts now: start the bundle that keeps the terms");
        }
        try {
            return Optional.of(terms.parse(json));
        } catch (RefusedException unreadable) {
            return Optional.empty();
        }
    }
}
