package org.careunit.casetypes.internal.choices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsStates;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;

/** Finds the reasons why a type cannot be activated. */
public final class ActivationBlockers {

    private static final Problem NOT_NOW = CaseTypeProblem.TERMS_NOT_NOW.with();

    private final AtomicReference<TermsStates> terms = new AtomicReference<>();

    public void setTerms(TermsStates present) {
        terms.set(present);
    }

    public void unsetTerms(TermsStates gone) {
        terms.compareAndSet(gone, null);
    }

    /** The state of the terms; empty if they cannot be checked now. */
    public Optional<TermsState> terms(Actor actor, HsaId unit, CaseTypeKey type) {
        TermsStates present = terms.get();
        try {
            return present == null ? Optional.empty() : Optional.of(present.find(actor, unit, type));
        } catch (UnavailableException notNow) {
            return Optional.empty();
        }
    }

    public List<Problem> of(Actor actor, HsaId unit, TypeAtUnit type) {
        List<Problem> obstacles = new ArrayList<>(missing(type.effective()));
        terms(actor, unit, type.key())
                .ifPresentOrElse(state -> obstacles.addAll(wrong(state)), () -> obstacles.add(NOT_NOW));
        return List.copyOf(obstacles);
    }

    /**
     * As above, of several types at once, with the terms as they are in the caller's transaction.
     *
     * @return by the keys of the types, each with an empty list if nothing keeps it
     */
    public Map<CaseTypeKey, List<Problem>> of(Actor actor, HsaId unit, Collection<TypeAtUnit> types) {
        Map<CaseTypeKey, List<Problem>> obstacles = new HashMap<>();
        Optional<Map<CaseTypeKey, List<Problem>>> wrong = types.isEmpty()
                ? Optional.of(Map.of())
                : wrong(actor, unit, types.stream().map(TypeAtUnit::key).collect(Collectors.toSet()));
        for (TypeAtUnit type : types) {
            List<Problem> found = new ArrayList<>(missing(type.effective()));
            found.addAll(wrong.map(terms -> terms.get(type.key())).orElse(List.of(NOT_NOW)));
            obstacles.put(type.key(), List.copyOf(found));
        }
        return obstacles;
    }

    private Optional<Map<CaseTypeKey, List<Problem>>> wrong(Actor actor, HsaId unit, Set<CaseTypeKey> types) {
        TermsStates present = terms.get();
        try {
            return present == null ? Optional.empty() : Optional.of(present.errors(actor, unit, types));
        } catch (UnavailableException notNow) {
            return Optional.empty();
        }
    }

    /** Whether terms may be shown to residents. */
    public static boolean areFit(TermsState terms) {
        return wrong(terms).isEmpty();
    }

    /** Reasons from missing settings. */
    public static List<Problem> missing(TypeSettings settings) {
        List<Problem> missing = new ArrayList<>();
        if (settings.description().isEmpty()) {
            missing.add(CaseTypeProblem.NO_DESCRIPTION.at("description"));
        }
        if (settings.handlingDays().isEmpty()) {
            missing.add(CaseTypeProblem.NO_HANDLING_DAYS.at("handlingDays"));
        }
        return missing;
    }

    private static List<Problem> wrong(TermsState state) {
        return state.stage() == TermsState.Stage.NONE && state.errors().isEmpty()
                ? List.of(CaseTypeProblem.NO_TERMS.with())
                : state.errors();
    }
}
