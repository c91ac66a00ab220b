package org.careunit.terms.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.terms.internal.check.IntendedFindings;
import org.careunit.terms.internal.check.TermsCheck;
import org.careunit.terms.internal.text.PlaceholderValues;

/**
 * The terms of a unit as they are stored, with what the caller's transaction has saved: two queries for all of its
 * types, where the cache would have to be left aside for each. Safe for use by many threads.
 */
final class StoredTerms {

    private final TermsContext context;

    /** A region's texts are the same for all of its units, and long: parsed once for each version. */
    private final Map<DocumentId, Parsed> regions = new ConcurrentHashMap<>();

    StoredTerms(TermsContext context) {
        this.context = context;
    }

    AtUnit of(CareUnit unit) {
        return new AtUnit(unit);
    }

    private Map<String, Document> inForce(Scope scope) {
        return context.store().documents().allOf(scope, TimelineCache.KIND).stream()
                .collect(Collectors.toMap(document -> document.id().key(), Function.identity()));
    }

    private InheritedText base(Document ofRegion) {
        Parsed parsed = regions.get(ofRegion.id());
        if (parsed == null || !parsed.document().equals(ofRegion)) {
            parsed = new Parsed(ofRegion, InheritedText.of(PublishedVersion.of(ofRegion, context.json())));
            regions.put(ofRegion.id(), parsed);
        }
        return parsed.base();
    }

    private record Parsed(Document document, InheritedText base) {}

    /** The terms of one unit. For one use by one thread. */
    final class AtUnit {

        private final CareUnit unit;
        private Map<String, Document> ofRegion;

        private AtUnit(CareUnit unit) {
            this.unit = unit;
        }

        TermsOwner owner(CaseTypeKey type) {
            return TermsOwner.of(unit, type);
        }

        /** What the unit inherits of a type. */
        InheritedText base(CaseTypeKey type) {
            return owner(type)
                    .regionsTerms()
                    .map(region -> Optional.ofNullable(regional().get(type.value()))
                            .map(StoredTerms.this::base)
                            .orElseGet(() -> context.bases().unwritten(region)))
                    .orElse(InheritedText.NONE);
        }

        private Map<String, Document> regional() {
            if (ofRegion == null) {
                ofRegion = inForce(Scope.region(unit.region().value()));
            }
            return ofRegion;
        }

        /** What keeps the terms of types from being shown; empty for a type that has no terms. */
        Map<CaseTypeKey, Optional<List<TermsFinding>>> errors(Collection<UnitCaseType> types) {
            Map<String, Document> own = inForce(Scope.unit(unit.id()));
            return types.stream()
                    .collect(Collectors.toMap(
                            UnitCaseType::key,
                            type -> errors(type, own.get(type.key().value()))));
        }

        private Optional<List<TermsFinding>> errors(UnitCaseType type, Document own) {
            InheritedText base = base(type.key());
            List<TermsPoint> points = own == null || type.termsLocked()
                    ? base.points()
                    : context.bases().merged(own, base).map(TermsText::points).orElse(List.of());
            if (points.isEmpty()) {
                return Optional.empty();
            }
            PlaceholderValues filled = context.merged().filled(unit, type);
            IntendedFindings intended = context.merged().intended(unit, type);
            return Optional.of(
                    TermsCheck.errors(points.stream().map(filled::in).toList(), type.handlingDays(), intended));
        }
    }
}
