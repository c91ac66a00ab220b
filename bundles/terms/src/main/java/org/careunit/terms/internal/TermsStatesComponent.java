package org.careunit.terms.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsState.Stage;
import org.careunit.api.terms.TermsStates;
import org.careunit.api.units.CareUnit;
import org.careunit.terms.internal.MergedTerms.Merged;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where terms stand, for those who decide whether a type may be offered. */
@Component
public final class TermsStatesComponent implements TermsStates {

    private final AccessControl access;
    private final KeptTerms kept;

    @Activate
    public TermsStatesComponent(@Reference AccessControl access, @Reference KeptTerms kept) {
        this.access = access;
        this.kept = kept;
    }

    @Override
    public TermsState find(Actor actor, HsaId unit, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        CareUnit known = kept.units().require(unit);
        return kept.neighbours()
                .find(unit, type)
                .map(found -> state(known, found))
                .orElseGet(
                        () -> new TermsState(Stage.NONE, false, List.of("Mottagningen har inte ärendetypen " + type)));
    }

    private TermsState state(CareUnit unit, UnitCaseType type) {
        Optional<Instant> until = kept.merged().until(unit, type.key());
        Merged merged = kept.merged().at(unit.id(), type.key());
        boolean draft = kept.merged().hasDraft(unit, type.key());
        if (merged.terms().isEmpty()) {
            String missing = "Det finns ingen publicerad villkorstext för " + type.name() + ". Skriv och publicera en";
            return new TermsState(Stage.NONE, draft, List.of(missing), until);
        }
        List<String> errors = merged.errors().stream()
                .map(finding -> "Villkorstexten för " + type.name() + ", " + TermsComponent.words(finding))
                .toList();
        return new TermsState(stage(merged, type), draft, errors, until);
    }

    private static Stage stage(Merged merged, UnitCaseType type) {
        if (type.termsLocked()) {
            return Stage.LOCKED;
        }
        return merged.unitsOwn() ? Stage.UNIT : Stage.REGION;
    }
}
