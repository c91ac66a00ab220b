package org.careunit.terms.internal.checks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsStates;
import org.careunit.storage.SystemActor;
import org.careunit.terms.internal.problems.TermsProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the terms of every chosen type are the unit's own and without errors, or locked by the region. */
@Component
public final class TermsAdaptedCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final CaseTypes types;
    private final TermsStates states;

    @Activate
    public TermsAdaptedCheck(@Reference CaseTypes types, @Reference TermsStates states) {
        this.types = types;
        this.states = states;
    }

    @Override
    public String key() {
        return "terms";
    }

    @Override
    public String title() {
        return Point.TERMS.title();
    }

    @Override
    public Optional<Point> point() {
        return Optional.of(Point.TERMS);
    }

    @Override
    public CheckResult check(CheckRequest question) {
        HsaId unit = question.unit();
        List<UnitCaseType> chosen =
                types.ofUnit(US, unit).stream().filter(UnitCaseType::active).toList();
        return CheckResult.toFix(
                chosen.isEmpty()
                        ? List.of(TermsProblem.NO_TYPE_CHOSEN.with())
                        : chosen.stream()
                                .flatMap(type -> toFix(type.name(), states.find(US, unit, type.key())))
                                .toList());
    }

    private static Stream<Problem> toFix(String type, TermsState state) {
        return switch (state.stage()) {
            case NONE -> Stream.of(TermsProblem.NOT_WRITTEN.with(type));
            case REGION -> Stream.of(TermsProblem.NOT_ADAPTED.with(type));
            case LOCKED, UNIT -> state.errors().stream().map(error -> error.withSwedish(type + ": " + error.swedish()));
        };
    }
}
