package org.careunit.casetypes.internal.checks;

import java.util.List;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the unit has chosen any case type. */
@Component(service = ReadinessCheck.class)
public final class TypesChosenCheck extends TypeCheck {

    @Activate
    public TypesChosenCheck(@Reference CaseTypes types) {
        super(types, Point.CASE_TYPES);
    }

    @Override
    public String key() {
        return "case-types";
    }

    @Override
    public List<Problem> toFix(HsaId unit, UnitCaseType type) {
        return List.of();
    }
}
