package org.careunit.casetypes.internal.checks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;
import org.careunit.storage.SystemActor;

/** Base of readiness checks over the chosen types of a unit; not done if none is chosen. */
public abstract class TypeCheck implements ReadinessCheck {

    public static final Actor US = new SystemActor("readiness");

    private final CaseTypes types;
    private final Point point;

    public TypeCheck(CaseTypes types, Point point) {
        this.types = types;
        this.point = point;
    }

    /** The problems of one type. */
    public abstract List<Problem> toFix(HsaId unit, UnitCaseType type);

    @Override
    public final String title() {
        return point.title();
    }

    @Override
    public final Optional<Point> point() {
        return Optional.of(point);
    }

    @Override
    public final CheckResult check(CheckRequest question) {
        List<UnitCaseType> chosen = types.ofUnit(US, question.unit()).stream()
                .filter(UnitCaseType::active)
                .toList();
        return CheckResult.toFix(
                chosen.isEmpty()
                        ? List.of(CaseTypeProblem.NONE_CHOSEN.with())
                        : chosen.stream()
                                .map(type -> toFix(question.unit(), type))
                                .flatMap(Collection::stream)
                                .toList());
    }
}
