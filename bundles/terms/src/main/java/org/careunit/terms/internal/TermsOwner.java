package org.careunit.terms.internal;

import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.DocumentId;
import org.careunit.terms.internal.problems.TermsProblem;

/**
 * Owner of terms: a unit or a region, and the case type.
 *
 * @param region whose words it inherits; empty for a region itself and for a unit's own type
 */
record TermsOwner(Scope scope, CaseTypeKey type, Optional<CountyCode> region) {

    static TermsOwner of(CareUnit unit, CaseTypeKey type) {
        return new TermsOwner(
                Scope.unit(unit.id()), type, Optional.of(unit.region()).filter(region -> !type.isLocal()));
    }

    /** @throws RefusedException for a unit's own type */
    static TermsOwner of(CountyCode region, CaseTypeKey type) {
        if (type.isLocal()) {
            throw TermsProblem.UNITS_OWN.refused(type);
        }
        return new TermsOwner(Scope.region(region.value()), type, Optional.empty());
    }

    /** Owner of its region's terms; empty for a region. */
    Optional<TermsOwner> regionsTerms() {
        return region.map(code -> TermsOwner.of(code, type));
    }

    boolean ofRegion() {
        return scope.level() == Scope.Level.REGION;
    }

    DocumentId id() {
        return new DocumentId(scope, TimelineCache.KIND, type.value());
    }

    /** Its name in errors. */
    String named() {
        return "the terms of " + type + " of " + (ofRegion() ? "region " : "unit ") + scope.id();
    }
}
