package org.careunit.terms.internal;

import java.util.List;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.SystemActor;
import org.careunit.terms.internal.check.CheckContext;
import org.careunit.terms.internal.check.IntendedFindings;
import org.careunit.terms.internal.check.TermsCheck;
import org.careunit.terms.internal.problems.TermsProblem;

/** Reads a region's case types for terms, as Careunit itself after the actor's right was checked. */
final class RegionTypes {

    private static final Actor SELF = new SystemActor("terms");

    private final CaseTypeCatalogue catalogue;

    RegionTypes(CaseTypeCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws RefusedException if the region does not have the type */
    RegionType find(CountyCode region, CaseTypeKey type) {
        return catalogue.types(SELF, region).stream()
                .map(Versioned::content)
                .filter(one -> one.key().equals(type))
                .findFirst()
                .map(RegionType::new)
                .orElseThrow(() -> TermsProblem.NO_TYPE_IN_REGION.refused(region, type));
    }

    /** A type as the region's catalogue has it. */
    record RegionType(CentralType type) {

        String name() {
            return type.name();
        }

        /** The findings that the region must fix; placeholders are for units to replace. */
        List<TermsFinding> findings(TermsText text, CheckRules rules, IntendedFindings intended) {
            CheckContext expected = new CheckContext(
                    type.settings().handlingDays(),
                    type.settings().firstReplyDays(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    rules.cancelHours(),
                    rules,
                    intended);
            return TermsCheck.findings(text.points(), expected).stream()
                    .filter(finding -> !finding.text().startsWith(TermsPoint.HANDLING_DAYS))
                    .map(this::eased)
                    .toList();
        }

        private TermsFinding eased(TermsFinding finding) {
            if (finding.severity() != Severity.ERROR || type.locked().contains(TypeField.TERMS)) {
                return finding;
            }
            return new TermsFinding(
                    finding.rule(),
                    Severity.NOTE,
                    finding.range(),
                    finding.text(),
                    "Mottagningarna måste ersätta det. Är det lika för alla kan ni ersätta det redan här",
                    finding.words(),
                    finding.intended());
        }
    }
}
