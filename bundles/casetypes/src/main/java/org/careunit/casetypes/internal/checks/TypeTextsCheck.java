package org.careunit.casetypes.internal.checks;

import java.util.List;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether every chosen type still fulfils the conditions of activation, which later changes may have broken. */
@Component(service = ReadinessCheck.class)
public final class TypeTextsCheck extends TypeCheck {

    private final CaseTypeChoices choices;

    @Activate
    public TypeTextsCheck(@Reference CaseTypes types, @Reference CaseTypeChoices choices) {
        super(types, Point.TEXTS);
        this.choices = choices;
    }

    @Override
    public String key() {
        return "type-texts";
    }

    @Override
    public List<Problem> toFix(HsaId unit, UnitCaseType type) {
        return choices.obstacles(US, unit, type.key()).stream()
                .map(obstacle -> obstacle.withSwedish(type.name() + ": " + obstacle.swedish()))
                .toList();
    }
}
