package org.careunit.units.internal.readiness;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Question;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.readiness.Verdict;

/** A check that goes through the types a unit has chosen; without any, there is one to choose first. */
abstract class TypeCheck implements ReadinessCheck {

    private final ChosenTypes chosen;
    private final Point point;

    TypeCheck(ChosenTypes chosen, Point point) {
        this.chosen = chosen;
        this.point = point;
    }

    final ChosenTypes chosen() {
        return chosen;
    }

    /** What is to be mended in one type. */
    abstract List<String> toMend(HsaId unit, UnitCaseType type);

    @Override
    public final String title() {
        return point.title();
    }

    @Override
    public final Optional<Point> point() {
        return Optional.of(point);
    }

    @Override
    public final Verdict look(Question question) {
        List<UnitCaseType> types = chosen.of(question.unit());
        return Verdict.toMend(
                types.isEmpty()
                        ? List.of("Välj minst en ärendetyp.")
                        : types.stream()
                                .map(type -> toMend(question.unit(), type))
                                .flatMap(Collection::stream)
                                .toList());
    }
}
