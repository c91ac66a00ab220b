package org.careunit.terms.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsState.Stage;
import org.careunit.api.terms.TermsStates;
import org.careunit.api.units.CareUnit;
import org.careunit.terms.internal.MergedTerms.Merged;
import org.careunit.terms.internal.problems.TermsProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the state of terms, which decides whether a type may be offered. */
@Component
public final class TermsStatesComponent implements TermsStates {

    private final AccessControl access;
    private final TermsContext context;
    private final StoredTerms stored;

    @Activate
    public TermsStatesComponent(@Reference AccessControl access, @Reference TermsContext context) {
        this.access = access;
        this.context = context;
        stored = new StoredTerms(context);
    }

    @Override
    public TermsState find(Actor actor, HsaId unit, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        CareUnit known = context.units().require(unit);
        return context.termsInputs()
                .find(unit, type)
                .map(found -> state(known, found))
                .orElseGet(() -> new TermsState(Stage.NONE, false, List.of(unknown(type))));
    }

    @Override
    public Map<CaseTypeKey, List<Problem>> errors(Actor actor, HsaId unit, Set<CaseTypeKey> types) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        Map<CaseTypeKey, UnitCaseType> known = context.termsInputs().types(unit).stream()
                .filter(type -> types.contains(type.key()))
                .collect(Collectors.toMap(UnitCaseType::key, type -> type));
        Map<CaseTypeKey, Optional<List<TermsFinding>>> found =
                stored.of(context.units().require(unit)).errors(known.values());
        return types.stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> known.containsKey(key)
                                ? found.get(key)
                                        .map(errors -> problems(known.get(key), errors))
                                        .orElseGet(() -> List.of(missing(known.get(key))))
                                : List.of(unknown(key))));
    }

    private static Problem unknown(CaseTypeKey type) {
        return TermsProblem.TYPE_NOT_HERE.with(type);
    }

    private static Problem missing(UnitCaseType type) {
        return TermsProblem.NONE_PUBLISHED.with(type.name());
    }

    private static List<Problem> problems(UnitCaseType type, List<TermsFinding> errors) {
        return errors.stream()
                .map(TermsFinding::problem)
                .map(error -> error.withSwedish("Villkorstexten för " + type.name() + ", " + error.swedish()))
                .toList();
    }

    private TermsState state(CareUnit unit, UnitCaseType type) {
        Optional<Instant> until = context.merged().until(unit, type.key());
        Merged merged = context.merged().at(unit.id(), type.key());
        boolean draft = context.merged().hasDraft(unit, type.key());
        if (merged.terms().isEmpty()) {
            return new TermsState(Stage.NONE, draft, List.of(missing(type)), until);
        }
        return new TermsState(stage(merged, type), draft, problems(type, merged.errors()), until);
    }

    private static Stage stage(Merged merged, UnitCaseType type) {
        if (type.termsLocked()) {
            return Stage.LOCKED;
        }
        return merged.unitsOwn() ? Stage.UNIT : Stage.REGION;
    }
}
